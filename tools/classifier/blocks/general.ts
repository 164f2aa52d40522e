import { type Blocks, list } from './block.ts'

/** Those who see everything, and those who look at samples and pictures for others. */
export const GENERAL: readonly Blocks[] = [
  {
    code: '394814009', // General practice
    clinics: list('Health centre; General practice; Family doctor; Practice nurse clinic'),
    complaints:
      list(`a sore throat for three days; a cough and cold; low back pain after gardening; tired all the time; earache; burning on
      passing urine; hay fever; a verruca; request for a sick note; worry about a mole; headaches at work`),
    findings:
      list(`throat red without pus; ears normal; chest clear; blood pressure 138/84 at the surgery; body mass index 28; looks well;
      temperature 37.2; abdomen soft; eardrum slightly pink; no red flags`),
    results:
      list(`urine dipstick positive for leucocytes; cholesterol 5.9 at the health check; QRISK 12 %; HbA1c 41 at the annual check; home
      blood pressure average 132/80; smoking ten a day; alcohol 12 units a week; asthma review peak flow 420`),
    imaging:
      list(`repeat prescription issued; medication review done; fit note for two weeks; flu vaccination given; cervical smear taken by
      the practice nurse; two week wait referral form sent; telephone consultation; travel vaccines discussed; care plan shared with the
      district nurse`),
    diagnoses:
      list(`upper respiratory tract infection; uncomplicated cystitis; mechanical back pain; hypertension, annual review; hay fever;
      acute otitis media; viral illness; tension headache; stress at work; impetigo; plantar fasciitis; repeat contraception`),
    drugs:
      list(`paracetamol as needed; nitrofurantoin 100 mg for three days; amlodipine 5 mg on repeat; loratadine 10 mg; penicillin V for
      five days; ibuprofen gel; simple linctus; fusidic acid cream; combined pill repeat for six months; ramipril repeat`),
    plans:
      list(`self care advice; come back if no better in a week; blood test with the practice nurse; review in the surgery in three months;
      issue a delayed prescription; social prescriber referral; smoking cessation with the pharmacist; book an annual health check;
      register for repeat prescriptions online`),
  },
  {
    code: '394802001', // General medicine
    clinics: list(
      'Department of General Medicine; Acute Medical Unit; Medical ward; Internal medicine clinic',
    ),
    complaints:
      list(`fever with confusion and cough; unexplained weight loss; breathlessness with leg swelling; dizziness and vomiting;
      abdominal pain with fever; general weakness; poorly controlled sugars on admission; fainting twice this week; swollen red leg`),
    findings:
      list(`febrile and tachycardic on admission; crackles at the right base; dehydrated; cellulitis below the knee; blood pressure
      102/60 on the medical ward; jaundice; mild bilateral oedema; oriented but drowsy; abdomen soft`),
    results:
      list(`CRP 186 on admission; sodium 121 mmol/L; white cell count 14.8; CURB-65 score 2; D-dimer raised; creatinine 154 from a
      baseline of 90; urine culture with E. coli; lactate 2.1; calcium 2.7; ferritin raised`),
    imaging:
      list(`chest radiograph with right lower lobe consolidation; CT pulmonary angiogram with a segmental embolus; CT chest abdomen and
      pelvis without malignancy; ECG sinus tachycardia; ultrasound abdomen unremarkable; leg Doppler without thrombosis; echo with
      preserved function; medical ward round by the consultant physician`),
    diagnoses:
      list(`community acquired pneumonia; pulmonary embolism; hyponatraemia; urosepsis; cellulitis of the leg; acute kidney injury
      from dehydration; weight loss for investigation; decompensated heart failure; diabetic ketoacidosis; pyelonephritis`),
    drugs:
      list(`amoxicillin and clarithromycin; piperacillin tazobactam; apixaban loading; intravenous fluids; furosemide 40 mg; fixed rate
      insulin; flucloxacillin 1 g; thiamine and vitamins; dalteparin prophylaxis; slow sodium`),
    plans:
      list(`switch to oral antibiotics after 48 hours; repeat chest radiograph in six weeks; medical outpatient review; fluid restriction
      to one litre; daily bloods on the ward; discharge to the ambulatory care unit; sepsis bundle completed; screen for malignancy;
      GP to repeat electrolytes in a week`),
  },
  {
    code: '394811001', // Geriatric medicine
    clinics: list(
      'Department of Geriatric Medicine; Falls clinic; Memory clinic; Frailty unit; Orthogeriatric service',
    ),
    complaints:
      list(`three falls in the kitchen; confusion since moving to the nursing home; forgetting names and appointments; weight loss
      and poor appetite at 88; incontinence at night; dizziness on standing; slowing down and low mood in widowhood; carer strain;
      wandering at night`),
    findings:
      list(`frail, clinical frailty score 6; postural drop of 30 mmHg; delirium screen positive; pressure area grade 2 at the sacrum;
      walks with a stick; hearing aids in; unsteady on turning; thin skin with bruises; oriented to person only`),
    results:
      list(`4AT score 8; abbreviated mental test 5 of 10; Mini-Mental State 19 of 30; FRAX risk 28 %; anticholinergic burden 5; vitamin D
      18 nmol/L; eleven regular medicines; MUST score 2; gait speed 0.5 m/s`),
    imaging:
      list(`CT head with atrophy and small vessel disease; comprehensive geriatric assessment completed; DEXA with osteoporosis of the
      hip; ceiling of care discussed with the daughter; resuscitation decision recorded; pelvis film without fracture after a fall; nursing
      home placement agreed; lying and standing blood pressure recorded`),
    diagnoses:
      list(`recurrent falls; Alzheimer dementia; delirium from a urinary infection; frailty syndrome; orthostatic hypotension;
      vascular dementia; osteoporosis with fragility fracture; polypharmacy; pressure ulcer; urinary incontinence of old age`),
    drugs:
      list(`donepezil 10 mg; alendronic acid weekly; memantine 20 mg; colecalciferol 800 units; stop amitriptyline and oxybutynin; zoledronate
      infusion yearly; melatonin 2 mg; paracetamol regularly; nutritional supplement drinks; stop sedatives`),
    plans:
      list(`deprescribe sedatives; package of care four times a day; falls prevention exercise group; best interests meeting with the
      family; occupational therapy home visit; advance care plan; memory clinic review in six months; bone protection; day hospital
      attendance; carer respite`),
  },
  {
    code: '394806003', // Palliative medicine
    clinics: list('Palliative Care Team; Hospice; Community palliative care; Supportive care clinic'),
    complaints:
      list(`breakthrough pain at night; nausea that does not settle; breathlessness at rest in advanced disease; noisy breathing in the
      last days; constipation on opioids; fear of dying; family exhausted; hiccups; dry mouth; wish to die at home`),
    findings:
      list(`cachectic and bed bound; Karnofsky 30 %; peaceful with family present; myoclonus from opioids; syringe driver running; mouth
      dry and coated; mottled peripheries; distress settled; jaundiced and drowsy`),
    results:
      list(`pain score 8 falling to 3; palliative performance scale 40 %; IPOS 32; phase of illness deteriorating; oral morphine
      equivalent 120 mg in 24 hours; no further blood tests; prognosis of short weeks; calcium 3.1 not treated`),
    imaging:
      list(`advance decision to refuse treatment recorded; preferred place of death home; do not attempt resuscitation form in place;
      family meeting with the chaplain; anticipatory medicines in the home; hospice bed requested; fast track funding agreed;
      bereavement support offered`),
    diagnoses:
      list(`end of life care; malignant bowel obstruction; cancer related pain; terminal agitation; advanced heart failure for comfort
      care; opioid induced constipation; malignant ascites for comfort; last days of life; existential distress`),
    drugs:
      list(`morphine sulfate modified release 30 mg; oxycodone by syringe driver; midazolam 10 mg over 24 hours; levomepromazine 6.25 mg;
      glycopyrronium for secretions; haloperidol 1.5 mg for nausea; fentanyl patch 25 micrograms; senna and docusate; cyclizine;
      oral morphine solution for breakthrough`),
    plans:
      list(`start a syringe driver; hospice admission for symptom control; anticipatory prescribing; stop observations and blood tests;
      night sitter arranged; mouth care and repositioning; bereavement follow-up for the children; comfort measures only; community nurse
      to visit daily`),
  },
  {
    code: '394914008', // Radiology
    clinics: list(
      'Department of Radiology; Imaging department; Diagnostic imaging; Interventional radiology',
    ),
    complaints:
      list(`question of fracture; clinical question of stones; cough with question of consolidation; query metastases; follow-up of a
      nodule; pain, cause unknown, imaging requested; question of appendicitis; query pulmonary embolism; question of a collection`),
    findings:
      list(`comparison made with the earlier examination; technically adequate examination; images degraded by movement; no
      pneumothorax or effusion; no focal lesion; alignment preserved; lung fields clear; cardiomediastinal contour normal; solid
      organs unremarkable`),
    results:
      list(`dose length product 420 mGy cm; 80 mL of iodinated contrast; slice thickness 1.25 mm; lesion measures 14 x 11 mm; eGFR
      checked before contrast; Hounsfield value 12; BI-RADS 2; field strength 1.5 tesla; screening time 2.1 minutes`),
    imaging:
      list(`axial CT with multiplanar reconstructions; T2 hyperintense signal with restricted diffusion; PA and lateral views;
      non-contrast CT of the abdomen and pelvis; portal venous phase acquisition; ultrasound with a hypoechoic area; degenerative change
      of the lumbar spine; ground glass opacity of 6 mm; enhancing lesion of segment VII; guided drainage with an 8 French catheter`),
    diagnoses:
      list(`no acute abnormality; appearances in keeping with a simple cyst; indeterminate nodule; no radiological evidence of fracture;
      mild degenerative change; incidental adrenal lesion; findings suggest diverticulosis; haemangioma of the liver; normal study`),
    drugs:
      list(`iohexol 300; gadoterate contrast; hyoscine butylbromide before MRI; oral contrast 1 L; microbubble contrast; lidocaine for the
      biopsy site; buscopan intravenous; fluorodeoxyglucose 350 MBq`),
    plans:
      list(`clinical correlation advised; interval CT in three months is suggested; further characterisation with MRI; ultrasound guided
      biopsy can be arranged; discussed with the referring team by telephone; no follow-up imaging required; reported by the consultant
      radiologist; recommend dedicated views`),
  },
  {
    code: '394915009', // General pathology
    clinics: list(
      'Clinical Laboratory; Department of Pathology; Histopathology; Blood sciences laboratory; Microbiology laboratory',
    ),
    complaints:
      list(`routine sample; skin ellipse received in formalin; mid stream urine; fasting sample; sample from the pre-operative clinic;
      swab of a wound; cervical cytology sample; monitoring of medicines; serum received at ambient temperature`),
    findings:
      list(`specimen received within the time limit; sample slightly haemolysed; macroscopy of a tan ellipse 22 x 10 x 6 mm; sections
      show preserved architecture; no growth after 48 hours; margins clear by 3 mm; insufficient sample for coagulation; specimen
      labelled correctly; levels cut and examined`),
    results:
      list(`sodium 139, potassium 4.2, urea 5.1; haemoglobin 131 g/L and platelets 248; total protein 72; alkaline phosphatase 84; mixed
      growth, probably contamination; sensitive to trimethoprim, resistant to amoxicillin; MCV 88 fL; gamma GT 31; reference interval
      printed beside; prothrombin time 12 s`),
    imaging:
      list(`microscopy with over 100 white cells; haematoxylin and eosin sections; immunohistochemistry positive for CK7; Gram stain with
      Gram positive cocci in clusters; smear adequate for reporting; blood film comment only; special stains negative; Ki-67 index 5 %`),
    diagnoses:
      list(`results within the reference range; benign intradermal naevus; tubular adenoma with low grade dysplasia; no malignancy seen;
      significant growth of Escherichia coli; abnormal result telephoned; seborrhoeic keratosis; chronic inflammation; reactive
      changes`),
    drugs:
      list(`interference from biotin possible; sample taken on heparin; therapeutic range shown; antibiotic sensitivity attached; lithium
      heparin tube; EDTA tube; citrate tube underfilled; level taken before the dose`),
    plans:
      list(`please send a repeat sample; authorised by the consultant pathologist; add-on tests possible for seven days; critical value
      phoned to the ward; further report to follow; referred to the reference laboratory; supplementary report after
      immunohistochemistry; suggest repeat in eight weeks`),
  },
]
