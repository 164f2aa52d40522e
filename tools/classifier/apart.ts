import type { SpecialtyCode } from '../../electron/main/domain/specialty.ts'

/**
 * Documents that were written one by one after everything else, by the same author, without looking at templates, phrases or
 * lexicon; one a specialty. Neither fitting nor calibrating sees them. They are few, and as invented as all the rest.
 */
const TEXTS: Readonly<Record<SpecialtyCode, string>> = {
  '394576009': `ED attendance 02:14. Brought in by ambulance after coming off his bicycle at about 30 km/h, helmet on. No loss of
    consciousness. Collar removed after assessment. Graze to left cheek cleaned, glue applied to chin wound. Wrist X-rayed, nothing
    broken. Observed till six, neuro obs stable. Home with his flatmate and a leaflet about concussion.`,
  '408467006': `Following our assessment at the CMHT base: she describes eight months of feeling flat, not enjoying the choir any more,
    and waking at four. She worries constantly about money. No plans to end her life; her sister stays with her at present. We went through
    the options and she would like to try talking treatment alongside an SSRI. Key worker: J. Pratt. PHQ-9 today 17.`,
  '394577000': `Pre-op visit for tomorrow's list. Last GA 2011, was told she was hard to intubate. Neck stiff, mouth opening three fingers.
    Plan video laryngoscope first line, smaller tubes to hand. Spinal offered and declined. Starve from 0200, water till 0600. Antiemetics
    at induction. Consented for nerve block for pain relief afterwards.`,
  '394579002': `Mr P. came for his six-monthly check after the stents in January. He walks the dog for an hour with no angina. Pulse regular,
    no oedema. The echo shows his left ventricle has picked up, EF now 50 %. LDL is 1.6. I stopped the ticagrelor and left him on aspirin,
    a statin and a small dose of beta blocker.`,
  '394582007': `Thank you for this lady with a scaly patch on her temple that bleeds when she dries her face. It is 6 mm, shiny, with little
    vessels on the dermatoscope. She burns easily and worked on a farm. I think this is a BCC and have put her down for excision. I also
    froze two solar keratoses and went over sunscreen.`,
  '394583002': `Diabetes review. On a basal bolus regime for 14 years. Sensor shows highs after breakfast and two lows at three in the morning,
    so the evening glargine comes down to 16 units. HbA1c 61. Feet: pulses present, feels the monofilament. Eyes screened in May. Thyroid
    antibodies positive at diagnosis, TSH stays normal.`,
  '394584008': `Endoscopy report. Sedation: midazolam 2 mg. Scope passed to D2. Grade B oesophagitis above a small hiatus hernia, stomach a
    little red, CLO test taken, duodenum healthy. Suggest PPI for eight weeks and weight loss. If symptoms of reflux return, we would
    consider pH studies. Coeliac serology still outstanding.`,
  '394814009': `Consultation at the surgery. Fourth day of runny nose and sore throat, two children at home with the same. Eating and drinking.
    Temp 37.6, throat a bit red, chest clear. Explained that this is a virus and antibiotics will not help. Fluids, rest, paracetamol. Certificate
    for work till Friday. BP and smear due, booked with the nurse.`,
  '408444009': `Patient attends with pain from LL6 for a week, worse with hot drinks, wakes her up. Deep decay under an old amalgam. TTP. PA film:
    widened ligament space. Options explained: root filling or take it out. Opened under block, dressed with Ledermix. Remaining teeth sound,
    gums bleed on probing in the lower front, scaling to be booked.`,
  '394802001': `Admitted from home under the medical take with four days of cough, fever and being off her legs. Sats 91 on air, CRP 204, patchy
    shadow right base on the film. Treated as pneumonia with co-amoxiclav. Sodium was 126, came up with fluids. Type 2 diabetes and AF noted.
    Post-take ward round Dr Lund. Home on day six, bloods to be repeated.`,
  '394915009': `Sample: serum, gel tube. Received 11:20. Urea 6.0, creatinine 80, sodium 140, potassium 6.4 (haemolysis index 3, interpret with
    care). ALT 22, ALP 70, albumin 41. Comment: potassium may be falsely high, please repeat on a fresh specimen. Reference ranges adult.
    Authorised electronically by duty biochemist.`,
  '394609007': `Operation note. Lap appendicectomy. Three ports. Appendix inflamed at the tip with some free fluid, base healthy, taken with two
    endoloops, removed in a bag. Washout. No Meckel's. Local to wounds, skin closed with monocryl. Eat and drink, home tomorrow when
    comfortable, no antibiotics after today. Histology to follow.`,
  '394811001': `Seen at home with her son. She is 91 and has gone from a stick to holding onto furniture in half a year. Two tumbles, one long lie.
    Muddled at night, MOCA 15. Takes fourteen tablets a day; we agreed to stop the oxybutynin, the zopiclone and one of the antihypertensives.
    Rails and a pendant alarm ordered. She does not want hospital again if it can be helped.`,
  '408446006': `MDT outcome. 58 year old with a complex adnexal mass and raised CA-125. Frozen section and final histology: clear cell carcinoma of
    the ovary, stage IC. Washings positive. TAH, BSO and omentectomy done, nodes clear. Recommendation: six cycles of carboplatin with
    paclitaxel, genetic counselling, see in the cancer nurse specialist's clinic.`,
  '394586005': `She has put up with terrible periods since her twenties, flooding through pads and missing work. Ultrasound shows a fibroid pressing
    on the cavity. We talked about a Mirena, tablets, shaving it away through the womb, or hysterectomy. She has two children and wants to
    keep her womb for now. Mirena fitted today, some cramp. Smear up to date.`,
  '394803006': `Your patient was found to have a lymphocyte count of 22 on a routine FBC. He is well, no sweats, no lumps that I can feel, spleen not
    enlarged. Flow confirms CLL, Binet A. He does not need treatment now. Hb and platelets are fine. Yearly blood counts with you would be
    enough; please send him back if he becomes anaemic or gets infections.`,
  '394807007': `Returned from Uganda nine days ago, took no tablets against malaria. Shaking chills every other day. Blood film: P. falciparum, 0.4 %.
    Given artesunate then artemether-lumefantrine, parasites cleared by day three. Dengue and HIV tests negative. G6PD normal. Told about
    nets and prophylaxis for the next trip. Reported to public health.`,
  '394585009': `Booking visit at 10+3, second baby, first born by emergency section for a bradycardia. BMI 24, BP 110/60. Rhesus negative, anti-D at 28
    weeks. Dating scan agrees with her dates. Wants to try for a normal birth this time, will see the consultant midwife. Folic acid
    continues. Whooping cough jab from 20 weeks.`,
  '394589003': `He has been on the machine three times a week since March. Weight gain between sessions about two kilos. Fistula runs at 300 without
    alarms. Phosphate 1.7, PTH 40, Hb 108 on Aranesp. K 5.4 after the long gap, reminded about fruit juice. Urea reduction 72 %. On
    the list for a kidney from his brother, crossmatch next week.`,
  '394591006': `I met this 34 year old teacher because of three spells of pins and needles in both legs, each lasting weeks. Last year she lost sight
    in one eye for a fortnight. The scan shows plaques round the ventricles and one in the cervical cord. The spinal fluid had bands. I told
    her that this is MS and we discussed treatment.`,
  '394593009': `Day unit. Cycle 5 of 6 EC-T. Neutrophils 1.9, go ahead. Nails sore, grade 1 pins and needles in fingertips, no fever since last time. Line
    flushes well. The lump has shrunk to less than half on ultrasound. Surgeon will see her after the last dose; radiotherapy planning
    afterwards. Steroids and antiemetics supplied, helpline number given.`,
  '394594003': `Eye clinic. VA 6/9 R, 6/36 L. Pressures 14 and 15. Left macula: fluid under the retina has come back on the scan since the gap between
    injections was stretched to ten weeks. Injected today under topical anaesthetic, next in six. Early lens opacity both sides. Not to drive
    until seen. Amsler grid given.`,
  '394801008': `Two weeks on from fixing her broken ankle with a plate. Wound dry, sutures out. X-ray: hardware in place, mortise congruent. Into a boot,
    toe touch weight bearing four more weeks, then physio. Ask her to keep up the blood thinner injections until out of the boot. Sensation
    in the foot normal. She asks about driving and returning to running.`,
  '394604002': `This singer has been husky since a cold in autumn. Scope through the nose today: both cords move, small nodules at the junction of
    the front third. No sinister features. Voice rest does not suit her work, so speech therapy first, microlaryngoscopy only if that fails.
    Ears and neck normal. Reflux advice given.`,
  '394537008': `Thank you for referring this 14 month old. Born at term, 3.2 kg. Mum worries that he is not gaining; his weight has dropped from the
    50th to the 25th line but length and head are following theirs. Eats well with the family, drinks a lot of cow's milk. Runs about, says
    three words. Examination normal. We will check iron and see him again in the autumn.`,
  '394806003': `Visited at home at the request of the district nurses. Sleeping most of the day now, taking sips. Pain is covered by the pump; two extra
    doses since yesterday. Chest rattly, hyoscine added. Wife understands that this is days. Not for hospital. Just in case box is in the
    kitchen. The priest came this morning. Night sitting arranged.`,
  '394587001': `Inpatient review. Third week under Section 2. Still convinced that the radio speaks about him, less distressed by it. Slept seven hours.
    Eating. Olanzapine 15 mg, no stiffness, ECG fine. Declined the depot for now. Unescorted leave in the grounds from Monday. First break at
    24, cannabis until admission. EIP team to meet him before discharge.`,
  '418112009': `Known COPD, 60 pack years, gave up last spring. Third flare this winter needing steroids. FEV1 0.9 litres. Sats 92 %. Coughs up white
    phlegm. Inhaler technique poor, changed to a soft mist device with spacer training. Pneumococcal jab done. Nurse will check whether he
    needs oxygen at home. The CT shows emphysema and nothing worrying.`,
  '394914008': `CT thorax abdomen pelvis with IV contrast. Comparison 3 March. Lungs: 5 mm nodule left lower lobe unchanged. No pleural fluid. Liver,
    spleen, pancreas and adrenals unremarkable. Simple cyst right kidney. No enlarged nodes. Bones: degenerative change only. Impression:
    stable appearances. Reported by Dr B., consultant radiologist.`,
  '394602003': `Physio summary. Six weeks since her stroke. Started hoisted, now stands with one and walks 15 m with a quad stick and a splint on
    the left foot. Arm has a flicker at the shoulder. Berg 31. Works hard, tires by noon. Goals for the next fortnight: bed to chair on her own,
    stairs with rail. OT to try the kitchen. Home visit on the 9th.`,
  '394810000': `She wakes with hands she cannot close, better by eleven. Both wrists and several knuckles boggy today. CCP strongly positive, CRP 38. No
    nodules. Films of hands and feet show nothing yet. I told her this is RA, gave a depot steroid, and she starts methotrexate with folic
    acid. Bloods every fortnight at first. Specialist nurse line given.`,
  '394612005': `Seventy-one, up five times a night and dribbling. DRE: big, smooth, benign feeling. PSA 3.1. Flow 7 ml/s, leaves 200 behind. Has had
    two infections this year. Tablets helped for a time. We went through TURP and the laser version, and what they may do to ejaculation. He
    would like to go ahead. Flexi cysto at the same visit was otherwise clear.`,
}

export const APART: readonly { readonly code: SpecialtyCode; readonly text: string }[] = Object.entries(
  TEXTS,
).map(([code, text]) => ({ code: code as SpecialtyCode, text: text.replace(/\s+/g, ' ') }))
