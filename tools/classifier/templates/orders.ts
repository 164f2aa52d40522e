/** Medicines to be given, with a reason. */
export const PRESCRIPTIONS: readonly string[] = [
  `Prescription {date}. {name}, {age}. Rx: {drug}. Rx: {drug}. Indication: {diagnosis}. {doctor}, {clinic}`,
  `Medication plan for {name}
{drug} for {diagnosis}
{drug}
{other-drug} for {past}
Next check: {plan}. {result}.`,
  `Please issue {drug} and {drug}. The patient has {diagnosis} with {complaint}. Not for {negated}. {plan}. {doctor}`,
  `Treatment chart. Allergies: none known. Regular: {drug}; {drug}; {other-drug}. As needed: {drug}. Reason: {complaint}; {diagnosis}.
{finding}. Signed {doctor} {date}`,
  `E-prescription. Patient: {name}. 1) {drug} 2) {drug} 3) {drug}. Diagnosis: {diagnosis}. Comment to the pharmacist: {plan}. Last value:
{result}. {clinic}`,
  `To the pharmacy: dispense {drug}, then {drug}. Used in {diagnosis}. Review: {plan}; monitoring {result}. Already taking {other-drug}.
Issued {date} by {doctor}`,
  `Change of medicines, {date}. Started: {drug}. Continued: {drug}. Stopped: {other-drug}. Why: {complaint} in {diagnosis}; {finding}. Then
{plan}. {clinic}`,
]

/** What is asked of a specialty by somebody else. */
export const REFERRALS: readonly string[] = [
  `Referral to {clinic}. Dear {doctor}, please see {name}, {age}, with {complaint} and {complaint}. I suspect {diagnosis}. {finding}.
{result}. No {negated}. History: {past}. Takes {drug}. Could you {plan}?`,
  `REFERRAL FORM. Urgency: routine. Reason: {complaint}. Working diagnosis: {diagnosis}. Examination: {finding}; {finding}. Tests so far:
{result}; {imaging}. Current medicines: {drug}, {other-drug}. Other: {past}; denies {negated}. Request: {plan}.`,
  `Dear colleague, I would be grateful for your opinion on this {age} who has had {complaint} since spring. {imaging}. We tried {drug}
without success. Is it {diagnosis}? Please advise whether to {plan}. Besides {past} there is nothing of note, in particular no
{negated}. {doctor}`,
  `Urgent referral, {date}. {name} presents with {complaint}, {complaint}, {finding}. {result}. I am worried about {diagnosis}. Already on
{drug}. Kindly {plan}. PMH {past}.`,
  `Thank you for seeing {name}. Question: {diagnosis}? Story: {complaint}. Negative for {negated}. What I found: {finding}. What is known:
{imaging}; {result}. What I gave: {drug}. What I hope for: {plan}. With thanks, {doctor}`,
  `Request for an appointment. Patient {name}, {age}. We ask you to assess {complaint}. Findings here: {finding}, {result}. The question is
{diagnosis}, since {imaging}. Treatment until now: {drug}; {other-drug} because of {past}. No signs of {negated}. Our wish: {plan}.`,
  `{date}
From: {doctor}
Concerning: {name}
Sent because: {complaint} / {complaint}
Suspected: {diagnosis}
Seen: {finding}
Known: {past}; not {negated}
Please: {plan}; {plan}`,
]
