/** What stands in a document: paragraphs, and tables whose first row is the head. */
export type Block = string | { readonly table: readonly (readonly string[])[] }
export type Document = {
  readonly title: string
  readonly sender: string
  readonly patient: string
  readonly date: string
  readonly blocks: readonly Block[]
}

const AMARA = 'Amara Osei, born 2 February 1979'
const JONAS = 'Jonas Weber, born 19 December 1991'

const laboratory = (
  patient: string,
  title: string,
  date: string,
  rows: readonly (readonly string[])[],
  comment: string,
): Document => ({
  title,
  sender: 'Riverside Clinic Laboratory',
  patient,
  date,
  blocks: [{ table: [['Test', 'Result', 'Unit', 'Reference', ''], ...rows] }, comment],
})

const VISITS = ['first visit', 'follow-up', 'check of medicines', 'exercise test', 'telephone review']

/** One page of the long referral: what was found on one day. */
const chapter = (_: unknown, index: number): readonly Block[] => [
  `${index + 1}. ${VISITS[index % VISITS.length]}, week ${index + 1}`,
  `Blood pressure ${118 + ((index * 7) % 23)}/${74 + ((index * 5) % 13)} mmHg, pulse ${62 + ((index * 3) % 19)} a minute, regular. Weight ${(71.2 - index * 0.05).toFixed(1)} kg.`,
  index % 3 === 0
    ? 'No chest pain since the last visit. Climbs two flights of stairs without stopping. Sleeps flat. No swelling of the ankles.'
    : 'Some tightness after a quick walk in the cold, gone within two minutes of rest. No palpitations, no faintness.',
  {
    table: [
      ['Test', 'Result', 'Unit', 'Reference', ''],
      ['LDL cholesterol', (4.1 - index * 0.02).toFixed(1), 'mmol/L', '0 – 3.0', index < 55 ? 'H' : ''],
      ['Potassium', (4 + ((index * 7) % 9) / 10).toFixed(1), 'mmol/L', '3.5 – 5.1', ''],
      ['Creatinine', String(70 + ((index * 5) % 12)), 'µmol/L', '45 – 84', ''],
    ],
  },
  'Plan: medicines as before. The patient knows when to call. Seen again as agreed.',
]

/** Everybody and everything here is invented. */
export const DOCUMENTS: readonly Document[] = [
  laboratory(
    AMARA,
    'Lipid panel and troponin',
    '14 November 2026',
    [
      ['Troponin T, high sensitivity', '9', 'ng/L', '0 – 14', ''],
      ['Total cholesterol', '5.8', 'mmol/L', '0 – 5.0', 'H'],
      ['LDL cholesterol', '3.9', 'mmol/L', '0 – 3.0', 'H'],
      ['HDL cholesterol', '1.4', 'mmol/L', '1.2 – 2.3', ''],
      ['Triglycerides', '1.1', 'mmol/L', '0 – 1.7', ''],
      ['Creatinine', '74', 'µmol/L', '45 – 84', ''],
      ['eGFR (CKD-EPI)', '88', 'mL/min', '> 60', ''],
      ['Potassium', '4.2', 'mmol/L', '3.5 – 5.1', ''],
    ],
    'Comment. No sign of acute heart damage. LDL above the aim for known coronary disease; consider a higher statin dose and repeat in 8 weeks.',
  ),
  laboratory(
    AMARA,
    'Full blood count',
    '3 September 2026',
    [
      ['Haemoglobin', '131', 'g/L', '120 – 155', ''],
      ['White cells', '6.4', '10^9/L', '4.0 – 10.0', ''],
      ['Platelets', '248', '10^9/L', '150 – 400', ''],
      ['Ferritin', '22', 'µg/L', '30 – 200', 'L'],
    ],
    'Comment. Iron stores are low without anaemia. Suggest iron by mouth and a control in three months.',
  ),
  laboratory(
    JONAS,
    'Allergy test of the skin',
    '12 November 2026',
    [
      ['Birch pollen', '6', 'mm', '0 – 2', 'H'],
      ['Grass pollen', '1', 'mm', '0 – 2', ''],
      ['House dust mite', '0', 'mm', '0 – 2', ''],
      ['Hazelnut', '4', 'mm', '0 – 2', 'H'],
      ['Histamine, control', '5', 'mm', '> 3', ''],
    ],
    'Comment. Sensitive to birch pollen, and to hazelnut with it. The rash of October fits a meal with nuts; avoid them until seen again.',
  ),
  {
    title: 'Radiograph of the wrist',
    sender: 'Riverside Clinic, Department of Radiology',
    patient: JONAS,
    date: '20 November 2026',
    blocks: [
      'Question: fall from a bicycle on 19 November, pain on the outer side of the left wrist.',
      'Findings: two views. No fracture of radius, ulna or scaphoid. Joint spaces and alignment are normal. Some swelling of the soft tissue.',
      'Assessment: no sign of a fracture. If the pain stays for more than ten days, a second picture or MRI of the scaphoid is advised.',
      'Dr Hana Sato',
    ],
  },
  {
    title: 'Discharge letter',
    sender: 'Riverside Clinic, Department of Cardiology',
    patient: AMARA,
    date: '21 October 2026',
    blocks: [
      'Dear colleague,',
      'Mrs Osei was with us from 18 to 21 October because of chest tightness on exertion. ECG and troponin showed no heart attack. The stress echocardiogram found a small area of reduced movement at the tip of the heart under load.',
      'She goes home with aspirin 100 mg, metoprolol 25 mg twice a day and atorvastatin 40 mg. Please check blood pressure and pulse after two weeks and the lipids after eight.',
      'Allergies: penicillin (rash, 1998).',
      'With kind regards, Dr Nisha Rao',
    ],
  },
  {
    title: 'Referral to the heart clinic',
    sender: 'Dr Luis Correia, General practice',
    patient: AMARA,
    date: '18 September 2026',
    blocks: [
      'Dear Dr Rao, thank you for seeing Mrs Osei. What was found over the past sixty weeks follows, one page a week.',
      ...Array.from({ length: 60 }, chapter).flat(),
    ],
  },
]
