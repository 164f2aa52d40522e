import { type Blocks, list } from './block.ts'

/** Heart, lungs, kidneys, blood. */
export const HEART_LUNGS: readonly Blocks[] = [
  {
    code: '394579002', // Cardiology
    clinics: list('Department of Cardiology; Heart failure clinic; Arrhythmia service; Chest pain clinic'),
    complaints:
      list(`chest tightness on exertion; palpitations at night; breathlessness on climbing stairs; ankle swelling by
      the evening; a brief loss of consciousness without warning; orthopnoea; racing heartbeat after coffee; central chest pain
      spreading to the left arm`),
    findings:
      list(`pulse irregularly irregular; raised jugular venous pressure; pansystolic murmur at the apex; ejection
      systolic murmur radiating to the carotids; bibasal crackles and pitting oedema; heart sounds normal without murmur; blood
      pressure 164/92 in both arms; displaced apex beat`),
    results:
      list(`high sensitivity troponin T 9 ng/L; NT-proBNP 1840 ng/L; LDL cholesterol 3.9 mmol/L; potassium 4.6 mmol/L on
      spironolactone; INR 2.4; ejection fraction 38 %; resting heart rate 104 a minute; lipoprotein(a) raised`),
    imaging:
      list(`echocardiogram with moderately reduced left ventricular function; stress echocardiogram with hypokinesia of
      the apex; coronary angiogram with a stenosis of the left anterior descending artery; ECG in atrial fibrillation; ECG with
      left bundle branch block; 24 hour Holter with runs of ventricular tachycardia; severe aortic stenosis with a mean gradient
      of 45 mmHg; cardiac MRI with late enhancement of the inferior wall`),
    diagnoses:
      list(`stable angina; paroxysmal atrial fibrillation; heart failure with reduced ejection fraction; severe aortic
      stenosis; non-ST elevation myocardial infarction; essential hypertension; vasovagal syncope; dilated cardiomyopathy`),
    drugs:
      list(`bisoprolol 2.5 mg once daily; apixaban 5 mg twice daily; atorvastatin 80 mg at night; ramipril 5 mg;
      spironolactone 25 mg; aspirin 75 mg; amiodarone 200 mg; sacubitril valsartan 49/51 mg; glyceryl trinitrate spray`),
    plans:
      list(`arrange percutaneous coronary intervention; repeat the echocardiogram in six months; refer for ablation of the
      pulmonary veins; start cardiac rehabilitation; implant a dual chamber pacemaker; titrate the beta blocker; request
      ambulatory blood pressure monitoring; discuss valve replacement at the heart team meeting`),
  },
  {
    code: '418112009', // Pulmonary medicine
    clinics: list(
      'Department of Respiratory Medicine; Chest clinic; Sleep and ventilation service; Asthma clinic',
    ),
    complaints:
      list(`wheeze at night; productive cough for three months; breathlessness on walking uphill; haemoptysis;
      daytime sleepiness and loud snoring; morning cough with green sputum; chest tightness with pollen; reduced exercise
      tolerance`),
    findings:
      list(`polyphonic expiratory wheeze; fine inspiratory crackles at both bases; hyperinflated chest with pursed lip
      breathing; dullness to percussion at the right base; finger clubbing; oxygen saturation 89 % on air; respiratory rate 26;
      reduced breath sounds on the left`),
    results:
      list(`FEV1 48 % of predicted; FEV1/FVC ratio 0.58; peak flow 310 L/min; transfer factor 52 %; exhaled nitric oxide
      62 ppb; apnoea hypopnoea index 34 an hour; arterial pCO2 6.9 kPa; eosinophils 0.6`),
    imaging:
      list(`high resolution CT with reticulation and honeycombing; chest radiograph with hyperinflation; bronchoscopy with
      inflamed mucosa of the left lower lobe; CT thorax with a spiculated nodule of the right upper lobe; pleural effusion on
      ultrasound; bronchiectasis of both lower lobes; upper lobe emphysema; bilateral hilar lymphadenopathy`),
    diagnoses:
      list(`chronic obstructive pulmonary disease; poorly controlled asthma; idiopathic pulmonary fibrosis;
      obstructive sleep apnoea; bronchiectasis; pulmonary sarcoidosis; pleural effusion; community acquired pneumonia`),
    drugs:
      list(`tiotropium 18 micrograms inhaled; salbutamol inhaler as needed; beclometasone formoterol inhaler; prednisolone
      30 mg for five days; montelukast 10 mg; nintedanib 150 mg; carbocisteine 750 mg; long term oxygen at 2 litres`),
    plans:
      list(`check inhaler technique; arrange pulmonary rehabilitation; repeat lung function in three months; start
      continuous positive airway pressure; drain the effusion; send sputum for culture; request bronchoscopy; offer help to stop
      smoking`),
  },
  {
    code: '394589003', // Nephrology
    clinics: list('Department of Nephrology; Renal unit; Dialysis unit; Low clearance clinic'),
    complaints:
      list(`frothy urine; itching and tiredness; swelling of the legs and face; reduced urine output; cramps during
      dialysis; nausea and loss of appetite; visible blood in the urine after a cold; poor sleep and restless legs`),
    findings:
      list(`arteriovenous fistula with a good thrill; pitting oedema to the knees; dry weight 71 kg; blood pressure
      158/94; transplant kidney not tender; tunnelled line site clean; no uraemic flap; periorbital oedema`),
    results:
      list(`eGFR 18 mL/min; creatinine 342 µmol/L; urine albumin creatinine ratio 180 mg/mmol; potassium 5.9 mmol/L;
      phosphate 1.9 mmol/L; parathyroid hormone 64 pmol/L; bicarbonate 17 mmol/L; haemoglobin 96 g/L; tacrolimus level 6.8`),
    imaging:
      list(`renal ultrasound with small echogenic kidneys; renal biopsy with IgA deposits; Doppler of the transplant with
      normal perfusion; crescents in six of twenty glomeruli; polycystic kidneys on ultrasound; no hydronephrosis; fistulogram
      with a stenosis; renal artery stenosis on the right`),
    diagnoses:
      list(`chronic kidney disease stage 4; end stage renal failure on haemodialysis; IgA nephropathy; nephrotic
      syndrome; acute kidney injury; autosomal dominant polycystic kidney disease; renal transplant rejection; diabetic
      nephropathy`),
    drugs:
      list(`darbepoetin alfa weekly; sevelamer with meals; alfacalcidol 0.25 micrograms; sodium bicarbonate 1 g; tacrolimus
      2 mg twice daily; mycophenolate 500 mg; furosemide 80 mg; dapagliflozin 10 mg; sodium zirconium cyclosilicate`),
    plans:
      list(`refer for fistula formation; begin work up for transplantation; restrict dietary potassium; repeat kidney
      function in two weeks; increase dialysis time to four hours; perform a renal biopsy; discuss peritoneal dialysis; stop
      nephrotoxic medicines`),
  },
  {
    code: '394803006', // Clinical haematology
    clinics: list('Department of Haematology; Anticoagulation clinic; Haemophilia centre; Lymphoma clinic'),
    complaints:
      list(`easy bruising; night sweats and weight loss; a painless lump in the neck; recurrent nosebleeds; tiredness
      and pallor; heavy bleeding after a tooth was drawn; bone pain in a crisis; swelling of one calf`),
    findings:
      list(`petechiae on both shins; splenomegaly four centimetres below the costal margin; cervical and axillary
      lymphadenopathy; pale conjunctivae; calf swollen and tender; no palpable spleen; gum bleeding; jaundiced sclerae`),
    results:
      list(`platelets 18 x 10^9/L; haemoglobin 74 g/L; ferritin 6 µg/L; neutrophils 0.4; white cell count 96 with smear
      cells; IgG paraprotein 32 g/L; factor VIII level 3 %; JAK2 mutation detected; vitamin B12 98 ng/L`),
    imaging:
      list(`bone marrow aspirate with 30 % blasts; trephine infiltrated by plasma cells; blood film with
      hypersegmented neutrophils; PET CT with uptake above and below the diaphragm; Doppler with a thrombus of the femoral vein;
      flow cytometry with a clonal B cell population; lytic lesions on the skeletal survey; lymph node biopsy with follicular
      lymphoma`),
    diagnoses:
      list(`chronic lymphocytic leukaemia; immune thrombocytopenia; multiple myeloma; iron deficiency anaemia; deep vein
      thrombosis; polycythaemia vera; haemophilia A; diffuse large B cell lymphoma; sickle cell disease; pernicious anaemia`),
    drugs:
      list(`hydroxycarbamide 500 mg; rivaroxaban 20 mg; ibrutinib 420 mg; lenalidomide 25 mg; intravenous iron; tranexamic
      acid 1 g; hydroxocobalamin injections; rituximab infusion; ferrous sulfate 200 mg`),
    plans:
      list(`repeat the full blood count in a week; transfuse two units of red cells; arrange venesection; perform a bone
      marrow biopsy; check haemolysis screen; continue anticoagulation for six months; discuss stem cell transplantation; send a
      thrombophilia screen`),
  },
]
