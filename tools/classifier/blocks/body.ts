import { type Blocks, list } from './block.ts'

/** Digestion, glands, skin, joints, infections. */
export const BODY: readonly Blocks[] = [
  {
    code: '394584008', // Gastroenterology
    clinics: list(
      'Department of Gastroenterology; Endoscopy unit; Liver clinic; Inflammatory bowel disease service',
    ),
    complaints:
      list(`heartburn after meals; bloody diarrhoea with urgency; difficulty swallowing solids; bloating and cramps
      relieved by passing stool; yellow eyes and dark urine; black stools; abdominal pain after fatty food; change of bowel
      habit`),
    findings:
      list(`abdomen soft with tenderness in the left iliac fossa; spider naevi and palmar erythema; tense ascites; liver
      edge palpable; no abdominal masses; perianal fistula; epigastric tenderness; rectal examination normal`),
    results:
      list(`faecal calprotectin 840 µg/g; ALT 112 U/L; bilirubin 64 µmol/L; tissue transglutaminase antibodies strongly
      positive; albumin 26 g/L; ferritin 740 µg/L; alpha fetoprotein normal; helicobacter stool antigen positive; CRP 48`),
    imaging:
      list(`colonoscopy with continuous inflammation to the splenic flexure; gastroscopy with a duodenal ulcer; Barrett
      oesophagus of four centimetres; duodenal biopsies with villous atrophy; fibroscan 18 kPa; oesophageal varices grade two;
      capsule endoscopy with ulcers of the ileum; three polyps removed by snare; gallstones on ultrasound`),
    diagnoses:
      list(`ulcerative colitis; Crohn disease of the terminal ileum; coeliac disease; gastro-oesophageal reflux;
      alcohol related cirrhosis; irritable bowel syndrome; autoimmune hepatitis; peptic ulcer; non-alcoholic fatty liver disease`),
    drugs:
      list(`omeprazole 20 mg; mesalazine 4.8 g; azathioprine 150 mg; adalimumab every two weeks; ursodeoxycholic acid 750 mg;
      lactulose 20 mL; propranolol 40 mg for varices; infliximab infusion; mebeverine 135 mg`),
    plans:
      list(`repeat colonoscopy in three years; band the varices; begin a gluten free diet; eradicate helicobacter; book
      surveillance gastroscopy; drain the ascites; check calprotectin in twelve weeks; refer to the dietitian`),
  },
  {
    code: '394583002', // Endocrinology
    clinics: list('Department of Endocrinology; Diabetes clinic; Thyroid clinic; Pituitary service'),
    complaints:
      list(`thirst and passing urine often; tremor with heat intolerance; weight gain and feeling cold; night time
      hypoglycaemia; numb feet; enlarging hands and shoes that no longer fit; flushing and headaches; tiredness with dizziness
      on standing; absent periods with hair growth`),
    findings:
      list(`diffuse goitre with a bruit; body mass index 37; monofilament sensation reduced at both feet; lid lag and
      fine tremor; central obesity with purple striae; pigmented palmar creases; injection sites with lipohypertrophy; visual
      fields full`),
    results:
      list(`HbA1c 78 mmol/mol; TSH under 0.01 mU/L; free T4 38 pmol/L; morning cortisol 90 nmol/L; IGF-1 raised; prolactin
      2400 mU/L; corrected calcium 2.89 mmol/L; fasting glucose 11.2 mmol/L; C-peptide undetectable; vitamin D 22 nmol/L`),
    imaging:
      list(`thyroid ultrasound with a U3 nodule of the left lobe; pituitary MRI with a microadenoma; retinal screening
      with background retinopathy; adrenal CT with a 2 cm adenoma; bone density T-score minus 2.9; thyroid uptake scan with
      diffuse uptake; parathyroid scan with a left inferior adenoma; glucose sensor time in range 48 %`),
    diagnoses:
      list(`type 1 diabetes mellitus; type 2 diabetes with neuropathy; Graves disease; Hashimoto hypothyroidism; primary
      hyperparathyroidism; Addison disease; acromegaly; prolactinoma; osteoporosis; polycystic ovary syndrome`),
    drugs:
      list(`metformin 1 g twice daily; insulin glargine 22 units at night; levothyroxine 100 micrograms; carbimazole 20 mg;
      semaglutide weekly; hydrocortisone 10 mg on waking; cabergoline 0.5 mg; empagliflozin 10 mg; insulin aspart with meals`),
    plans:
      list(`adjust basal insulin by two units; repeat thyroid function in six weeks; arrange a short Synacthen test; refer
      for radioiodine; start an insulin pump; teach carbohydrate counting; review sick day rules; request fine needle aspiration
      of the nodule`),
  },
  {
    code: '394582007', // Dermatology
    clinics: list('Department of Dermatology; Skin cancer clinic; Patch test clinic; Phototherapy unit'),
    complaints:
      list(`an itchy rash on both elbows; a mole that has changed colour; hair loss in patches; blisters on the hands;
      weals that come and go; painful lumps in the armpits; facial redness with spots; dry cracked skin of the palms`),
    findings:
      list(`well demarcated scaly plaques on the extensor surfaces; an asymmetrical pigmented lesion of 8 mm; pearly
      papule with telangiectasia on the nose; lichenified flexures with excoriations; comedones and pustules; nail pitting;
      interdigital scaling; target lesions on the palms; skin type II with sun damage`),
    results:
      list(`Breslow thickness 0.8 mm; PASI score 14; DLQI 18; total IgE 1450 kU/L; patch test positive to nickel; fungal
      scrapings grew Trichophyton rubrum; desmoglein antibodies raised; ANA negative`),
    imaging:
      list(`dermoscopy with an atypical pigment network; punch biopsy with spongiosis; excision biopsy of a basal cell
      carcinoma with clear margins; direct immunofluorescence with linear IgA; superficial spreading melanoma on histology;
      Wood lamp with depigmentation; dermoscopy of a seborrhoeic keratosis; psoriasiform hyperplasia on biopsy`),
    diagnoses:
      list(`chronic plaque psoriasis; atopic eczema; malignant melanoma; basal cell carcinoma; acne vulgaris; rosacea;
      chronic spontaneous urticaria; bullous pemphigoid; alopecia areata; hidradenitis suppurativa; tinea pedis`),
    drugs:
      list(`calcipotriol betamethasone gel; clobetasol ointment; isotretinoin 30 mg; methotrexate 15 mg weekly; secukinumab
      300 mg; emollient four times a day; tacrolimus ointment; fluorouracil cream; dupilumab every two weeks; doxycycline 100 mg`),
    plans:
      list(`excise the lesion under local anaesthetic; begin narrowband UVB phototherapy; wide local excision with 1 cm
      margins; advise sun protection; treat with cryotherapy; photograph the moles; step down topical steroids; arrange patch
      testing`),
  },
  {
    code: '394810000', // Rheumatology
    clinics: list(
      'Department of Rheumatology; Early arthritis clinic; Connective tissue disease clinic; Biologics service',
    ),
    complaints:
      list(`morning stiffness for two hours; swollen knuckles; low back pain that eases with movement; a hot swollen
      big toe; dry eyes and mouth; fingers that turn white in the cold; aching shoulders and hips; jaw pain with headache`),
    findings:
      list(`synovitis of the metacarpophalangeal joints; ulnar deviation; tophi on the ear; reduced Schober test;
      tender temporal artery; sclerodactyly; malar rash; dactylitis of the second toe; fourteen tender points`),
    results:
      list(`anti-CCP antibodies 240 U/mL; rheumatoid factor positive; ESR 74 mm/h; CRP 62 mg/L; urate 580 µmol/L; ANA
      1:1280 with anti-dsDNA; HLA-B27 positive; DAS28 5.4; complement C3 low; creatine kinase 3200 U/L`),
    imaging:
      list(`hand radiographs with periarticular erosions; ultrasound with power Doppler signal in the wrists; MRI with
      sacroiliitis; negatively birefringent crystals in the joint fluid; halo sign of the temporal artery; chondrocalcinosis of
      the knees; bamboo spine; capillaroscopy with giant loops`),
    diagnoses:
      list(`seropositive rheumatoid arthritis; ankylosing spondylitis; psoriatic arthritis; gout; systemic lupus
      erythematosus; polymyalgia rheumatica; giant cell arteritis; systemic sclerosis; Sjögren syndrome; fibromyalgia`),
    drugs:
      list(`methotrexate 20 mg weekly; folic acid 5 mg; hydroxychloroquine 200 mg; etanercept 50 mg weekly; allopurinol
      300 mg; colchicine 500 micrograms; prednisolone 15 mg; sulfasalazine 1 g; tocilizumab injection; leflunomide 20 mg`),
    plans:
      list(`start a biologic after screening for tuberculosis; inject the knee with triamcinolone; monitor blood counts
      every month on methotrexate; taper prednisolone by 1 mg a month; refer to hand therapy; repeat the DAS28; arrange a
      temporal artery biopsy; aim for urate under 300`),
  },
  {
    code: '394807007', // Infectious diseases
    clinics: list(
      'Department of Infectious Diseases; HIV clinic; Travel and tropical clinic; Tuberculosis service',
    ),
    complaints:
      list(`fever after a journey to Ghana; night sweats with cough and weight loss; a rash after a tick bite; diarrhoea
      since travelling; swollen glands and sore throat; fever and rigors with a central line; a wound that does not heal; jaundice
      after a new tattoo`),
    findings:
      list(`temperature 39.4; oral candida; erythema migrans of the thigh; eschar on the ankle; splinter haemorrhages;
      cellulitis to the knee; generalised lymphadenopathy; no neck stiffness; tender hepatomegaly`),
    results:
      list(`HIV viral load undetectable; CD4 count 210; malaria film with Plasmodium falciparum 1 %; blood cultures grew
      Staphylococcus aureus; Borrelia serology positive; hepatitis C RNA detected; interferon gamma release assay positive; CRP
      212; syphilis RPR 1:64`),
    imaging:
      list(`cavitating lesion of the upper lobe with acid fast bacilli in sputum; vegetation on the valve; liver abscess on
      CT; discitis at L3/4 with an epidural collection; PCR positive for dengue; brain MRI with ring enhancing lesions of
      toxoplasmosis; gallium uptake in the hip prosthesis; miliary shadowing`),
    diagnoses:
      list(`pulmonary tuberculosis; falciparum malaria; HIV infection; chronic hepatitis B; Lyme disease; infective
      endocarditis; Staphylococcus aureus bacteraemia; early syphilis; dengue fever; typhoid; prosthetic joint infection`),
    drugs:
      list(`rifampicin isoniazid pyrazinamide ethambutol; bictegravir emtricitabine tenofovir; flucloxacillin 2 g six hourly;
      artemether lumefantrine; sofosbuvir velpatasvir; doxycycline 100 mg for three weeks; ceftriaxone 2 g; benzathine penicillin;
      co-trimoxazole prophylaxis; vancomycin by level`),
    plans:
      list(`complete six weeks of intravenous antibiotics; notify public health and trace contacts; check viral load in three
      months; isolate until sputum is smear negative; screen household contacts; repeat blood cultures; vaccinate against
      hepatitis B; discuss partner notification`),
  },
]
