/** Values from a laboratory or from measuring, sent by whoever asked for them. */
export const LABORATORIES: readonly string[] = [
  `{clinic}
Results of {date} for {name}
{result}
{result}
{result}
{result}
Comment: fits {diagnosis}. {plan}.`,
  `Laboratory report. Clinical details: {complaint}, {diagnosis}. Results: {result}; {result}; {result}. Interpretation: {finding}. No
indication of {negated}. Treatment at the time: {drug}. Validated {date}.`,
  `RESULTS. Requested by {clinic}. Indication: known {diagnosis}. | {result} | {result} | {result} | Note: patient takes {drug} and
{other-drug}. Suggest: {plan}.`,
  `Cumulative report {date}. {result}. {result}. {result}. Earlier {imaging}. Question on the form: {complaint}? Background {past}. Comment:
changes agree with {diagnosis}; {plan}.`,
  `Report number 4471, collected {date}. Reason for test: {complaint} ({diagnosis}). {result} / {result} / {result}. {finding}. Not
suggestive of {negated}. Next step: {plan}. Signed {doctor}`,
  `Test results letter. Dear {doctor}, the results of your patient {name} are here: {result}, {result} and {result}. They were taken
because of {complaint} under {drug}. Taken together this supports {diagnosis}. No sign of {negated}. We recommend to {plan}.`,
  `{name} {date}
H {result}
  {result}
L {result}
Diagnosis given: {diagnosis}; {past}
Remarks: {finding}; {imaging}
{clinic}`,
]

/** What a picture, a trace or a look inside has shown, reported by those who did it. */
export const IMAGINGS: readonly string[] = [
  `{clinic}. Examination of {date}. Indication: {complaint}. Findings: {imaging}. {imaging}. {finding}. No {negated}. Conclusion:
{diagnosis}. {plan}.`,
  `Report. Clinical question: {complaint}, {past}. Technique: standard. Findings: {imaging}; {finding}. Assessment: {diagnosis}. There is
no evidence of {negated}. Recommendation: {plan}. {doctor}`,
  `PROCEDURE REPORT for {name}, {age}. Reason: {diagnosis}. Description: {imaging}. Further: {imaging}. Measured: {result}. Medication
during the procedure: {drug}. Aftercare: {plan}.`,
  `Dear colleague, thank you for the request of {date} because of {complaint}. We saw {imaging}, and {imaging}. In comparison with before
{finding}. Nothing points to {negated}. We read this as {diagnosis}. We would {plan}. {doctor}`,
  `Examination report {date}: {imaging}. {finding}. {result}. Impression: 1. {diagnosis}. 2. No sign of {negated}. Previous: {past}.
Advice: {plan}. Reporting: {doctor}, {clinic}`,
  `Indication: {complaint}; known {past}.
Result: {imaging}. {imaging}. {result}.
Not seen: {negated}.
Summary: {diagnosis}.
Suggestion: {plan}.`,
  `Study of {name}. Asked for by the practice for {complaint}. The study shows {imaging}; besides, {finding}. Opinion: {diagnosis},
without {negated}. The result was told to the patient. To follow: {plan}. {clinic}, {date}`,
]
