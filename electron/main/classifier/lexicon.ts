import type { SpecialtyCode } from '../domain/specialty.ts'

/**
 * Terms that a specialty is known by, whole words, three at most. They are written down from knowledge, not taken from the
 * corpus: what it never says is still recognised.
 */
const TERMS: Readonly<Record<SpecialtyCode, string>> = {
  '394576009': `emergency department, triage, resus, ambulance crew, head injury, laceration, overdose, trauma series, primary survey, tetanus,
    accident and emergency, gcs, news score, road traffic collision, sutures, minor injuries`,
  '408467006': `anxiety, depressive, depression, panic attacks, community mental health, care coordinator, crisis team, phq, gad,
    cognitive behavioural therapy, talking therapies, sertraline, citalopram, mirtazapine, low mood, self harm, recovery`,
  '394577000': `anaesthetic, anaesthesia, intubation, mallampati, asa grade, airway, propofol, epidural, spinal anaesthesia, preoperative,
    sevoflurane, rocuronium, extubated, regional block, induction, laryngoscopy, pain clinic`,
  '394579002': `cardiology, cardiac, atrial fibrillation, angina, coronary, echocardiogram, ecg, troponin, heart failure, ventricular, aortic
    stenosis, mitral, palpitations, pacemaker, bisoprolol, apixaban, myocardial infarction, holter, ejection fraction, ablation, stent, murmur,
    hypertension`,
  '394582007': `dermatology, skin, rash, eczema, psoriasis, melanoma, naevus, dermoscopy, acne, urticaria, pruritus, plaques, emollient, topical
    steroid, basal cell carcinoma, phototherapy, cryotherapy, lesion, itchy, alopecia, dermatitis`,
  '394583002': `endocrinology, diabetes, hba, insulin, thyroid, tsh, goitre, pituitary, adrenal, cortisol, metformin, levothyroxine,
    hypoglycaemia, parathyroid, carbimazole, glucose, diabetic, acromegaly, hypothyroidism`,
  '394584008': `gastroenterology, colonoscopy, gastroscopy, colitis, crohn, coeliac, reflux, cirrhosis, liver, hepatitis, endoscopy, bowel,
    calprotectin, helicobacter, varices, oesophagus, omeprazole, mesalazine, diarrhoea, dysphagia, polyp`,
  '394814009': `surgery appointment, general practice, practice nurse, fit note, repeat prescription, health check, sore throat, sick note, gp,
    flu vaccination, telephone consultation, social prescriber, qrisk, smear, common cold, self care`,
  '408444009': `dental, tooth, teeth, caries, gingivitis, periodontal, molar, crown, filling, root canal, bitewing, plaque score, gums, extraction,
    dentist, orthopantomogram, toothache, scaling`,
  '394802001': `medical ward, acute medical, internal medicine, medical registrar, post take, sepsis, pneumonia, hyponatraemia, cellulitis,
    urosepsis, ward round, ambulatory care, ketoacidosis, pulmonary embolism, delirious`,
  '394915009': `specimen, histology, microscopy, laboratory, haemolysed, reference range, cytology, sample, immunohistochemistry, culture, gram
    stain, macroscopy, pathologist, sections, authorised by, antibiotic sensitivity, reference interval, formalin`,
  '394609007': `appendicitis, hernia, gallstones, cholecystectomy, laparoscopic, laparotomy, bowel obstruction, abscess, haemorrhoids, surgical
    ward, theatre, stoma, peritonitis, anastomosis, mesh, hemicolectomy, diverticulitis, drain`,
  '394811001': `falls, frailty, dementia, geriatric, delirium, memory clinic, nursing home, polypharmacy, alzheimer, care home, elderly,
    osteoporosis, postural, package of care, continence, donepezil, cognitive impairment, deprescribing`,
  '408446006': `ovarian cancer, cervical cancer, endometrial carcinoma, colposcopy, figo, debulking, cin, vulval, gynaecological cancer, brca,
    omental, radical hysterectomy, high grade serous, dyskaryosis, olaparib`,
  '394586005': `gynaecology, endometriosis, fibroids, menopause, heavy periods, uterus, vaginal, hysteroscopy, contraception, pessary, menstrual,
    prolapse, ovarian cyst, pelvic pain, hysterectomy, coil, hormone replacement, infertility`,
  '394803006': `haematology, anaemia, platelets, leukaemia, lymphoma, myeloma, bone marrow, thrombosis, warfarin, haemophilia, transfusion,
    thrombocytopenia, neutropenia, blood film, sickle cell, venesection, paraprotein, ferritin`,
  '394807007': `hiv, tuberculosis, malaria, blood cultures, bacteraemia, viral load, travel, antibiotics, endocarditis, hepatitis, infectious,
    syphilis, lyme, serology, contact tracing, isolate, dengue, antiretroviral, fever`,
  '394585009': `pregnancy, pregnant, antenatal, fetal, labour, caesarean, midwife, gestation, miscarriage, pre eclampsia, placenta, delivery,
    postpartum, ectopic, obstetric, hcg, breech, trimester, gestational, postnatal`,
  '394589003': `nephrology, kidney, renal, dialysis, egfr, proteinuria, haemodialysis, creatinine, transplant, fistula, nephropathy, glomerular,
    nephrotic, peritoneal dialysis, phosphate binder, erythropoietin, hyperkalaemia`,
  '394591006': `neurology, seizure, epilepsy, migraine, stroke, parkinson, multiple sclerosis, headache, neuropathy, eeg, lumbar puncture, tremor,
    reflexes, myasthenia, cranial nerves, mri brain, levodopa, weakness, aura, levetiracetam, dystonia`,
  '394593009': `oncology, chemotherapy, metastatic, metastases, cancer, tumour, immunotherapy, radiotherapy, carcinoma, staging, breast
    cancer, oncologist, neutropenic sepsis, pembrolizumab, palliative chemotherapy, progression, adjuvant`,
  '394594003': `ophthalmology, visual acuity, retina, retinal, glaucoma, cataract, intraocular pressure, macula, macular, cornea, eye, vision,
    fundus, oct, intravitreal, lens, uveitis, eye drops, slit lamp, conjunctivitis, squint`,
  '394801008': `fracture, orthopaedics, orthopaedic, knee, hip replacement, shoulder, meniscus, arthroscopy, plaster, cast, wrist, ankle, fixation,
    ligament, carpal tunnel, osteoarthritis, weight bearing, rotator cuff, femur, radius, spine`,
  '394604002': `ear, nose, tonsillitis, tonsillectomy, hearing loss, sinusitis, tinnitus, vertigo, audiogram, larynx, vocal cord, nasal, tympanic,
    epistaxis, otitis, septum, hoarse, grommets, nasendoscopy, throat, ent, cholesteatoma`,
  '394537008': `child, paediatric, paediatrics, infant, newborn, toddler, mother, parents, centile, school, nursery, growth chart, bronchiolitis,
    immunisations, croup, weaning, health visitor, baby, development, febrile convulsion, neonatal`,
  '394806003': `palliative, hospice, syringe driver, end of life, comfort care, symptom control, dying, advance care, breakthrough pain,
    bereavement, anticipatory, morphine, terminal, midazolam, last days, macmillan, prognosis`,
  '394587001': `psychiatry, psychosis, schizophrenia, bipolar, delusions, hallucinations, mental health act, antipsychotic, clozapine,
    lithium, mania, psychiatric, detained, electroconvulsive, anorexia nervosa, adhd, autism, depot, voices`,
  '418112009': `respiratory, asthma, copd, inhaler, spirometry, lung function, bronchiectasis, pulmonary, wheeze, sputum, fev, sleep apnoea, cpap,
    pleural, bronchoscopy, chest clinic, salbutamol, fibrosis, dyspnoea, oxygen saturation, haemoptysis`,
  '394914008': `radiology, ct, mri, radiograph, contrast, ultrasound, imaging, axial, radiologist, x ray, signal, lateral view, examination
    technique, hounsfield, enhancement, no focal lesion, clinical correlation, opacity, comparison`,
  '394602003': `rehabilitation, physiotherapy, physiotherapist, occupational therapy, mobility, gait, wheelchair, transfers, barthel, spasticity,
    exercises, prosthetic, strengthening, orthosis, splint, independence, walking aid, balance, exercise programme`,
  '394810000': `rheumatology, arthritis, rheumatoid, joint, joints, synovitis, lupus, gout, methotrexate, anti ccp, esr, spondylitis, vasculitis,
    stiffness, biologic, arteritis, urate, das, hydroxychloroquine, connective tissue, swollen joints`,
  '394612005': `urology, prostate, psa, haematuria, bladder, cystoscopy, ureteric, catheter, urinary retention, testicular, kidney stone,
    lithotripsy, urine flow, prostatectomy, tamsulosin, erectile, scrotal, nocturia, turp, ureter`,
}

export const LONGEST_TERM = 3

/** Each term with the specialties that are known by it. */
export const LEXICON: ReadonlyMap<string, readonly SpecialtyCode[]> = (() => {
  const all = new Map<string, SpecialtyCode[]>()
  for (const [code, text] of Object.entries(TERMS) as [SpecialtyCode, string][])
    for (const term of text.split(',').map((each) => each.trim().replace(/\s+/g, ' ')))
      all.set(term, [...(all.get(term) ?? []), code])
  return all
})()
