import { type Blocks, list } from './block.ts'

/** Women's health, children, kidneys' outflow, cancer. Neighbours share much on purpose. */
export const WOMEN_CHILDREN: readonly Blocks[] = [
  {
    code: '394586005', // Gynaecology
    clinics: list('Department of Gynaecology; Menopause clinic; Endometriosis centre; Hysteroscopy clinic'),
    complaints:
      list(`heavy periods with clots; pelvic pain with periods; hot flushes and night sweats; a dragging feeling below;
      bleeding after the menopause; pain during intercourse; irregular bleeding on the pill; leaking when coughing; wish for
      contraception`),
    findings:
      list(`bulky anteverted uterus; cystocele grade two; tender uterosacral nodules; cervix healthy on speculum; adnexal
      tenderness without a mass; atrophic vaginal mucosa; threads of the coil seen; fibroid uterus to the umbilicus`),
    results:
      list(`FSH 64 IU/L; AMH 2.1 pmol/L; CA-125 28 U/mL; haemoglobin 98 g/L with heavy bleeding; endometrial thickness 11 mm;
      cervical screen negative for high risk HPV; pictorial bleeding score 240; chlamydia swab negative`),
    imaging:
      list(`transvaginal ultrasound with an endometrioma; hysteroscopy with an endometrial polyp; laparoscopy with endometriosis of
      the pouch of Douglas; submucosal fibroid of 3 cm; simple ovarian cyst of 4 cm; urodynamics with stress incontinence; bilateral
      tubal patency; adenomyosis on MRI`),
    diagnoses:
      list(`endometriosis; uterine fibroids; menorrhagia; pelvic organ prolapse; menopausal symptoms; pelvic inflammatory
      disease; dysmenorrhoea; ovarian cyst; stress urinary incontinence; vulvovaginal atrophy; subfertility`),
    drugs:
      list(`levonorgestrel intrauterine system; tranexamic acid during periods; norethisterone 5 mg; transdermal estradiol 50
      micrograms; micronised progesterone 100 mg; goserelin implant; combined pill; mefenamic acid 500 mg; vaginal estriol cream`),
    plans:
      list(`list for laparoscopic excision of endometriosis; fit a ring pessary; refer for pelvic floor physiotherapy; insert a
      hormonal coil; offer endometrial ablation; vaginal hysterectomy with repair; repeat pelvic ultrasound in three months; start
      hormone replacement`),
  },
  {
    code: '394585009', // Obstetrics and gynaecology
    clinics: list(
      'Obstetrics and Gynaecology; Antenatal clinic; Maternity unit; Early pregnancy assessment unit',
    ),
    complaints:
      list(`vaginal bleeding at nine weeks of pregnancy; reduced fetal movements; contractions at 38 weeks; vomiting in early
      pregnancy; headache and swelling at 34 weeks; waters breaking; itching of palms in pregnancy; abdominal pain with a positive
      pregnancy test; heavy lochia after birth`),
    findings:
      list(`fundal height 32 cm; cephalic presentation, three fifths palpable; fetal heart 142 a minute; cervix 4 cm dilated; blood
      pressure 152/98 with proteinuria; uterus well contracted after delivery; perineal tear second degree; breech on palpation;
      cervical os closed`),
    results:
      list(`beta-hCG 2400 IU/L; blood group O rhesus negative; oral glucose tolerance 9.1 mmol/L at two hours; urine protein
      creatinine ratio 62; bile acids 44 µmol/L; estimated blood loss 900 mL; Apgar 9 and 10; combined test risk 1 in 4200; group B
      streptococcus carrier`),
    imaging:
      list(`ultrasound with a viable intrauterine pregnancy of 8 weeks; anomaly scan at 20 weeks normal; cardiotocograph reassuring;
      growth scan on the 8th centile with raised umbilical artery Doppler; placenta praevia covering the os; dichorionic twins; empty
      uterus with an adnexal mass; nuchal translucency 1.4 mm`),
    diagnoses:
      list(`pre-eclampsia; gestational diabetes; hyperemesis gravidarum; threatened miscarriage; ectopic pregnancy; placenta
      praevia; intrahepatic cholestasis of pregnancy; postpartum haemorrhage; fetal growth restriction; preterm labour; missed
      miscarriage`),
    drugs:
      list(`labetalol 200 mg in pregnancy; anti-D immunoglobulin; folic acid 400 micrograms; aspirin 150 mg from 12 weeks; nifedipine
      for tocolysis; betamethasone for fetal lungs; oxytocin infusion; magnesium sulfate; misoprostol 800 micrograms; cyclizine 50 mg`),
    plans:
      list(`book induction of labour at 38 weeks; elective caesarean section; serial growth scans every two weeks; repeat hCG in 48
      hours; postnatal blood pressure check by the midwife; external cephalic version; consultant led delivery; vaginal birth after
      caesarean discussed`),
  },
  {
    code: '408446006', // Gynaecological oncology
    clinics: list(
      'Gynaecological Oncology; Gynaecological cancer centre; Colposcopy clinic; Pelvic cancer multidisciplinary team',
    ),
    complaints:
      list(`bloating and early satiety; bleeding after intercourse; bleeding after the menopause; a vulval lump that itches; weight
      loss with abdominal distension; smear report of severe dyskaryosis; pelvic pressure; leg swelling after pelvic surgery`),
    findings:
      list(`fixed pelvic mass with ascites; exophytic cervical tumour of 3 cm; ulcerated vulval lesion; enlarged groin nodes; omental
      cake palpable; parametrium free; vault healthy after hysterectomy; acetowhite epithelium of the cervix`),
    results:
      list(`CA-125 1260 U/mL; HE4 raised; risk of malignancy index 840; high risk HPV 16 detected; BRCA1 mutation carrier; CA-125 down
      to 24 after three cycles; FIGO stage IIIC; lymphovascular space invasion present`),
    imaging:
      list(`CT with a complex ovarian mass and omental disease; high grade serous carcinoma on histology; colposcopic biopsy with CIN
      3; endometrial biopsy with grade 1 endometrioid carcinoma; MRI with myometrial invasion over half; sentinel nodes free of tumour;
      staging laparotomy with complete debulking; PET CT with pelvic node uptake`),
    diagnoses:
      list(`high grade serous ovarian carcinoma; cervical intraepithelial neoplasia grade 3; endometrial carcinoma; squamous
      carcinoma of the cervix; vulval cancer; borderline ovarian tumour; recurrent ovarian cancer; granulosa cell tumour; BRCA related
      cancer risk`),
    drugs:
      list(`carboplatin paclitaxel every three weeks; olaparib 300 mg twice daily; bevacizumab maintenance; cisplatin weekly with
      radiotherapy; letrozole 2.5 mg; niraparib 200 mg; dalteparin after pelvic surgery; imiquimod for VIN`),
    plans:
      list(`interval debulking surgery after three cycles; radical hysterectomy with node dissection; large loop excision of the
      transformation zone; discuss at the gynaecological cancer meeting; risk reducing salpingo-oophorectomy; follow CA-125 every three
      months; brachytherapy to the vault; test of cure smear in six months`),
  },
  {
    code: '394537008', // Paediatrics
    clinics: list(
      'Department of Paediatrics; Children’s clinic; Neonatal follow-up; Child development centre',
    ),
    complaints:
      list(`barking cough in a toddler; fever and refusing feeds; poor weight gain since weaning; wheezing with colds at nursery;
      bedwetting at seven years; late walking; tummy ache before school; rash and fever in a four year old; crying after feeds`),
    findings:
      list(`alert infant with moist mucosa; weight on the 9th centile; anterior fontanelle soft; subcostal recession; capillary refill
      two seconds; tonsils red with a strawberry tongue; heart murmur in a newborn; tanner stage 2; playing happily with mother; hips
      stable`),
    results:
      list(`newborn bilirubin 240 µmol/L; height on the 2nd centile; respiratory syncytial virus positive; bone age two years behind;
      sweat chloride normal; paediatric early warning score 2; heel prick screening normal; head circumference 50th centile; growth
      velocity 4 cm a year`),
    imaging:
      list(`chest film of a child with perihilar markings; cranial ultrasound of the preterm baby normal; hip ultrasound of the infant
      graf type I; renal ultrasound after the first urine infection normal; developmental assessment with delayed speech; video
      fluoroscopy of feeding; wrist film for bone age; echocardiogram of the newborn with a small septal defect`),
    diagnoses:
      list(`viral induced wheeze; bronchiolitis; croup; febrile convulsion; failure to thrive; cow’s milk protein allergy; Kawasaki
      disease; nocturnal enuresis; developmental delay; prematurity; hand, foot and mouth disease; neonatal jaundice`),
    drugs:
      list(`paracetamol suspension 15 mg/kg; salbutamol by spacer and mask; dexamethasone 0.15 mg/kg single dose; amoxicillin
      suspension 125 mg; vitamin D drops; extensively hydrolysed formula; oral rehydration solution; ibuprofen syrup; desmopressin melts;
      immunisations at eight weeks`),
    plans:
      list(`safety net advice given to the parents; plot growth in three months; health visitor to weigh weekly; school nurse to be
      informed; refer to speech and language therapy; catch up immunisations; community paediatrician to assess development; open
      access to the children's ward`),
  },
  {
    code: '394612005', // Urology
    clinics: list('Department of Urology; Haematuria clinic; Prostate clinic; Stone clinic'),
    complaints:
      list(`poor urinary stream and getting up at night; visible blood in the urine; loin pain radiating to the groin; painful
      testicular swelling; urgency and leaking; erectile dysfunction; recurrent cystitis; unable to pass urine; a bent erection`),
    findings:
      list(`smooth enlarged prostate; hard nodule of the right prostate lobe; palpable bladder; loin tenderness; hydrocele that
      transilluminates; phimosis; testis normal; catheter draining clear urine; Peyronie plaque`),
    results:
      list(`PSA 9.4 µg/L; IPSS 22; residual volume 340 mL; flow rate 8 mL/s; creatinine 118 µmol/L with retention; urine cytology
      atypical; testosterone 6 nmol/L; Gleason 3+4; calcium oxalate stone; semen analysis without sperm`),
    imaging:
      list(`CT KUB with a 7 mm stone of the left ureter; flexible cystoscopy with a papillary tumour of the bladder; multiparametric
      MRI of the prostate PIRADS 4; hydronephrosis on the left; testicular ultrasound with a solid mass; urodynamics with detrusor
      overactivity; transperineal biopsy with acinar adenocarcinoma; renal mass of 4 cm on CT`),
    diagnoses:
      list(`benign prostatic hyperplasia; adenocarcinoma of the prostate; ureteric colic; transitional cell carcinoma of the
      bladder; overactive bladder; epididymo-orchitis; acute urinary retention; varicocele; testicular seminoma; renal cell carcinoma`),
    drugs:
      list(`tamsulosin 400 micrograms; finasteride 5 mg; mirabegron 50 mg; solifenacin 5 mg; BCG instillation; bicalutamide 50 mg;
      leuprorelin injection; tadalafil 5 mg; nitrofurantoin prophylaxis; diclofenac suppository for colic`),
    plans:
      list(`list for transurethral resection of the prostate; ureteroscopy with laser to the stone; trial without catheter; active
      surveillance with PSA every three months; check cystoscopy in three months; robotic prostatectomy; insert a ureteric stent;
      vasectomy under local anaesthetic; lithotripsy`),
  },
  {
    code: '394593009', // Medical oncology
    clinics: list(
      'Department of Oncology; Chemotherapy day unit; Breast cancer clinic; Acute oncology service',
    ),
    complaints:
      list(`fatigue after chemotherapy; tingling fingers since oxaliplatin; fever on day ten of the cycle; a lump of the breast;
      loss of taste and sore mouth; back pain with known metastases; hot flushes on tamoxifen; diarrhoea on immunotherapy`),
    findings:
      list(`performance status 1; mastectomy scar well healed; palpable liver metastases; port site clean; mucositis grade 2;
      supraclavicular node of 2 cm; no clinical evidence of recurrence; hand foot syndrome; weight down by 6 kg`),
    results:
      list(`CEA 48 µg/L; CA 15-3 normal; neutrophils 0.3 after chemotherapy; oestrogen receptor 8/8 and HER2 negative; EGFR exon 19
      deletion; PD-L1 70 %; Oncotype score 14; LDH 680; KRAS wild type; microsatellite unstable`),
    imaging:
      list(`staging CT with lung and liver metastases; partial response on CT after four cycles; bone scan with deposits of the spine;
      core biopsy with invasive ductal carcinoma; PET CT with complete metabolic response; progressive disease by RECIST; MRI brain with
      a solitary metastasis; adenocarcinoma of lung on biopsy`),
    diagnoses:
      list(`metastatic colorectal cancer; early breast cancer; non-small cell lung cancer; neutropenic sepsis; metastatic melanoma on
      immunotherapy; pancreatic adenocarcinoma; germ cell tumour; spinal cord compression; carcinoma of unknown primary; oesophageal
      cancer`),
    drugs:
      list(`FOLFOX every two weeks; pembrolizumab 200 mg; trastuzumab infusion; tamoxifen 20 mg; capecitabine 1500 mg; docetaxel 75
      mg/m2; osimertinib 80 mg; filgrastim injections; ondansetron 8 mg; denosumab monthly; anastrozole 1 mg; dexamethasone with
      chemotherapy`),
    plans:
      list(`proceed with cycle four at full dose; reduce oxaliplatin by a quarter; restage with CT after three cycles; refer for
      adjuvant radiotherapy; discuss at the tumour board; consent for second line chemotherapy; clip the tumour before neoadjuvant
      treatment; enter the trial of immunotherapy`),
  },
]
