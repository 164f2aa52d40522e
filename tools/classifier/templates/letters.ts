/** What clinics write to those who sent somebody. */
export const LETTERS: readonly string[] = [
  `{clinic}. {date}. Dear colleague, thank you for sending {name}, {age}, who complains of {complaint} and {complaint}. There is no
{negated}. In the past: {past}. On examination: {finding}; {finding}. {result}. My impression is {diagnosis}. I have started {drug}
and we will {plan}. With kind regards, {doctor}`,
  `Re: {name}, born {date}. Diagnosis: {diagnosis}. Medication: {drug}, {drug}, {other-drug}. I reviewed this pleasant {age} today.
Since the last visit {complaint} has improved. Denies {negated}. {finding}. Tests: {result}; {imaging}. Plan: {plan}. {plan}.
Yours sincerely, {doctor}, {clinic}`,
  `Clinic letter {date}
Problems: 1. {diagnosis} 2. {past}
History: {complaint} for some months, now also {complaint}. No history of {negated}.
Examination: {finding}. {finding}.
Investigations: {imaging}. {result}.
Outcome: {plan}; {plan}.
{doctor}`,
  `Dear {doctor}, I saw {name} in the clinic on {date} together with the family. The main concern was {complaint}. {imaging}. This fits
with {diagnosis} rather than {negated}. I suggest {drug}. We agreed to {plan}. The background of {past} is unchanged. Best wishes, {clinic}`,
  `{date}, {clinic}. Thank you for asking me to see this {age} with {complaint}. I found {finding} and {finding}. {result} and {result}.
{imaging}. There was nothing to suggest {negated}. I think the diagnosis is {diagnosis}. Treatment: {drug}. Follow-up: {plan}.
Previous history includes {past}.`,
  `Summary for the family doctor. {name} ({age}) attended for follow-up of {diagnosis}. Current treatment is {drug} with {other-drug} for
{past}. He reports {complaint} but without {negated}. Examination today: {finding}. Latest results: {result}. {imaging}. We shall
{plan}, and in addition {plan}. {doctor}`,
  `Outpatient note
Seen by {doctor} on {date}
S: {complaint}; {complaint}. Not troubled by {negated}.
O: {finding}; {result}; {imaging}
A: {diagnosis}. Background {past}.
P: {drug}. {plan}. {plan}.`,
]

/** What goes home with somebody who leaves. */
export const DISCHARGES: readonly string[] = [
  `DISCHARGE SUMMARY {clinic}. Admitted {date}, discharged {date}. Reason for admission: {complaint}. Main diagnosis: {diagnosis}. Other
diagnoses: {past}. Course: on arrival {finding}. {result}. {imaging}. There were no signs of {negated}. Discharge medication:
{drug}; {drug}; {other-drug}. To do: {plan}.`,
  `Dear colleague, we discharged {name}, {age}, after four days. The stay was for {diagnosis}. {complaint} had led to admission. {imaging}.
Treated with {drug}, after which {finding}. {negated} was ruled out. Please {plan}. Known before: {past}. {doctor}`,
  `Hospital course: {name} was admitted with {complaint} and {complaint}. Examination showed {finding}; {finding}. Laboratory: {result};
{result}. Findings: {imaging}. Diagnosis at discharge: {diagnosis}. Medicines: {drug}, {other-drug}. Advice: {plan}; {plan}. No evidence
of {negated}.`,
  `Discharge letter, {date}
Diagnoses
- {diagnosis}
- {past}
Treatment: {drug}; {drug}
Investigations: {imaging}; {result}
Condition at discharge: {finding}, free of {negated}
Next: {plan}`,
  `We report on {name} who was an inpatient until {date}. Admission followed {complaint}. {finding}. The investigations: {result},
{imaging}. We concluded {diagnosis}; {negated} could be excluded. On leaving the list of medicines is {drug}, {drug}. Follow-up: {plan}.
History of {past}.`,
  `Transfer of care document. Ward: {clinic}. Presenting complaint: {complaint}. Clinical summary: {age} with a history of {past}; {finding};
{imaging}; {result}. Primary diagnosis: {diagnosis}. Not found: {negated}. Medicines on discharge: {drug}; {other-drug}. Actions for the
practice: {plan}; {plan}.`,
  `Going home letter for {name}. You came to us because of {complaint}. We found {diagnosis}. Your examination: {finding}. The tests
were {result} and {imaging}. You do not have {negated}. You take {drug} and {drug}. What happens now: {plan}. You also have {past}.
{doctor}`,
]
