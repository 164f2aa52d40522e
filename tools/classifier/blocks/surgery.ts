import { type Blocks, list } from './block.ts'

/** Knives, bones, sleep, urgency, and getting well again. */
export const SURGERY: readonly Blocks[] = [
  {
    code: '394609007', // General surgery
    clinics: list(
      'Department of General Surgery; Surgical assessment unit; Hernia clinic; Colorectal surgery',
    ),
    complaints:
      list(`pain that moved to the right iliac fossa; a lump in the groin on lifting; pain under the right ribs after meals; fresh
      blood on the paper; vomiting with a distended abdomen; an abscess beside the anus; an ingrown toenail; a swelling over the
      navel`),
    findings:
      list(`rebound tenderness and guarding; reducible inguinal hernia; Murphy sign positive; tinkling bowel sounds; haemorrhoids at
      three o'clock; wound healing without infection; stoma pink and active; pilonidal sinus; breast lump P3`),
    results:
      list(`white cell count 16.2; lipase 1240 U/L; CRP 164; lactate 2.8; amylase normal; bilirubin 22 µmol/L before
      cholecystectomy; drain output 40 mL; haemoglobin 124 g/L after surgery`),
    imaging:
      list(`CT with an inflamed appendix; ultrasound with gallstones and a thickened gallbladder; small bowel obstruction at a transition
      point; laparoscopic cholecystectomy without complication; mesh repair of the hernia; perforated diverticulum with free air;
      right hemicolectomy with primary anastomosis; appendix gangrenous at operation`),
    diagnoses:
      list(`acute appendicitis; inguinal hernia; acute cholecystitis; small bowel obstruction from adhesions; perianal abscess;
      diverticulitis; haemorrhoids; gallstone pancreatitis; incisional hernia; pilonidal disease; anal fissure`),
    drugs:
      list(`co-amoxiclav 1.2 g intravenous; paracetamol 1 g; enoxaparin 40 mg; ondansetron 4 mg; diltiazem cream; metronidazole 500 mg;
      codeine 30 mg; laxatives after haemorrhoidectomy; nil by mouth with fluids`),
    plans:
      list(`list for laparoscopic hernia repair; remove clips on day ten; nil by mouth for theatre; incision and drainage today; advance
      to a light diet; reverse the ileostomy in three months; wound check at the practice nurse; band the haemorrhoids; no heavy
      lifting for six weeks`),
  },
  {
    code: '394801008', // Trauma and orthopaedics
    clinics: list('Trauma and Orthopaedics; Fracture clinic; Hip and knee service; Hand and upper limb unit'),
    complaints:
      list(`knee pain on stairs; a fall onto the outstretched hand; groin pain with walking; the knee giving way; shoulder pain on
      reaching up; numb fingers at night; a twisted ankle; back pain down the leg; a trigger finger`),
    findings:
      list(`Lachman test positive; effusion of the knee; painful arc of the shoulder; shortened and externally rotated leg; scaphoid
      tenderness; Tinel sign positive at the wrist; neurovascularly intact distally; straight leg raise 40 degrees; valgus deformity;
      plaster comfortable`),
    results:
      list(`Oxford hip score 18; range of movement 5 to 95 degrees; grip strength 18 kg; leg length difference 1 cm; haemoglobin 108
      g/L after hip replacement; CRP 12 at two weeks; Oxford knee score 38; compartment pressure 22 mmHg`),
    imaging:
      list(`radiograph with a displaced fracture of the distal radius; MRI with a tear of the medial meniscus; loss of joint space at the
      hip with osteophytes; healing callus at the tibia; rotator cuff tear of 2 cm; subcapital fracture of the neck of femur; prosthesis
      well aligned; prolapsed disc at L5/S1`),
    diagnoses:
      list(`osteoarthritis of the knee; fracture of the distal radius; rupture of the anterior cruciate ligament; carpal tunnel
      syndrome; fractured neck of femur; rotator cuff tear; lumbar disc prolapse; ankle sprain; Dupuytren contracture; frozen shoulder;
      scaphoid fracture`),
    drugs:
      list(`naproxen 500 mg; enoxaparin for 28 days after hip replacement; paracetamol and codeine; steroid injection of the shoulder;
      oxycodone 5 mg after surgery; calcium and vitamin D; flucloxacillin at induction; amitriptyline 10 mg for sciatica`),
    plans:
      list(`total knee replacement; change of plaster in two weeks; open reduction and internal fixation; weight bear as tolerated with
      crutches; physiotherapy for quadriceps; remove K-wires at six weeks; carpal tunnel decompression; arthroscopic meniscal repair;
      repeat films out of plaster`),
  },
  {
    code: '394577000', // Anaesthetics
    clinics: list(
      'Department of Anaesthesia; Preoperative assessment clinic; Pain clinic; Anaesthetic record',
    ),
    complaints:
      list(`nausea after an earlier anaesthetic; loose front teeth before surgery; long standing pain after surgery; anxiety about
      the operation; reflux when lying flat; a relative who reacted to an anaesthetic; pain at the epidural site; sore throat after
      intubation`),
    findings:
      list(`Mallampati 2 with good mouth opening; ASA grade III; thyromental distance 7 cm; neck extension limited; metabolic
      equivalents over four; airway expected to be easy; spinal level to T4; epidural catheter at 10 cm; allodynia around the scar`),
    results:
      list(`STOP-Bang score 5; Apfel score 3; end tidal CO2 4.8 kPa; train of four 0.9; pain score 3 of 10; oxygen saturation 97 % on
      air before induction; blood loss 300 mL in theatre; anaerobic threshold 9.8 mL/kg/min`),
    imaging:
      list(`grade 1 view at laryngoscopy with a size 8 tube; supraglottic airway size 4 placed; ultrasound guided interscalene block;
      arterial line in the left radial; rapid sequence induction without incident; spinal with heavy bupivacaine; awake fibreoptic
      intubation; cardiopulmonary exercise test for fitness`),
    diagnoses:
      list(`fit for general anaesthesia; suspected malignant hyperthermia; difficult airway; postoperative nausea and vomiting;
      complex regional pain syndrome; post dural puncture headache; chronic postsurgical pain; suxamethonium apnoea; anaphylaxis at
      induction`),
    drugs:
      list(`propofol 160 mg; fentanyl 100 micrograms; rocuronium 50 mg; sevoflurane in oxygen; sugammadex 200 mg; heavy bupivacaine 0.5
      %; remifentanil infusion; ondansetron and dexamethasone; morphine PCA; lidocaine plaster; ketamine 20 mg; metaraminol boluses`),
    plans:
      list(`fast from midnight, clear fluids until two hours before; omit the ACE inhibitor on the day; high dependency bed after
      surgery; patient controlled analgesia; epidural blood patch; total intravenous anaesthesia; regional block with sedation; airway
      alert card; continue beta blockers on the morning of surgery`),
  },
  {
    code: '394576009', // Accident and emergency
    clinics: list(
      'Emergency Department; Accident and Emergency; Minor injuries unit; Urgent treatment centre',
    ),
    complaints:
      list(`a fall from a ladder; chest pain for two hours; a cut from a kitchen knife; an overdose of paracetamol; a head injury with
      brief unconsciousness; a dog bite; sudden shortness of breath; collapse in the street; a foreign body in the eye; a road traffic
      collision`),
    findings:
      list(`GCS 15 on arrival; primary survey without concern; cervical spine cleared; laceration of 4 cm with clean edges; abdomen not
      peritonitic; NEWS 2; pupils equal and reactive; airway patent and self maintaining; bruising to the flank`),
    results:
      list(`triage category 3; lactate 1.4 on the venous gas; paracetamol level 42 mg/L at four hours; troponin under the rule out limit
      twice; blood alcohol 180 mg; glucose 5.2 on arrival; D-dimer negative; tetanus status up to date`),
    imaging:
      list(`CT head after trauma without bleeding; FAST scan negative; pan-CT trauma series with rib fractures; ECG on arrival sinus
      tachycardia; wound explored and closed with sutures; shoulder reduced under sedation; radiograph read by the emergency team
      without a fracture; point of care ultrasound`),
    diagnoses:
      list(`minor head injury; laceration of the hand; paracetamol overdose; anaphylaxis; alcohol intoxication; chest pain, cause not
      found; soft tissue injury; animal bite; polytrauma; syncope; sepsis of unknown source`),
    drugs:
      list(`tetanus booster; morphine 5 mg intravenous in resus; acetylcysteine infusion; adrenaline 0.5 mg intramuscular; activated
      charcoal; entonox; intravenous fluid bolus 500 mL; tranexamic acid 1 g for trauma; co-amoxiclav after a bite; midazolam for
      sedation`),
    plans:
      list(`discharge with head injury advice; sutures out in seven days; admit to the acute medical unit; return if vomiting or drowsy;
      observe for four hours in the department; refer to the on call team; next morning review clinic; handed over from the ambulance
      crew; left before being seen`),
  },
  {
    code: '394602003', // Rehabilitation
    clinics: list(
      'Department of Rehabilitation; Physiotherapy; Stroke rehabilitation unit; Amputee rehabilitation',
    ),
    complaints:
      list(`difficulty climbing stairs after the stroke; weakness after intensive care; phantom limb pain; stiffness after a knee
      replacement; poor balance and fear of falling; spasticity of the arm; trouble dressing with one hand; fatigue after brain injury`),
    findings:
      list(`walks ten metres with a frame; transfers with one person; modified Ashworth 2 at the elbow; sitting balance good; knee
      flexion 85 degrees; residual limb healed; needs help with washing; core stability poor; scapular control improving`),
    results:
      list(`Barthel index 65; Berg balance score 38; timed up and go 24 seconds; Functional Independence Measure 84; six minute walk 210
      metres; Rankin 3; grip 12 kg on the left; Rivermead mobility 9; goal attainment score 52`),
    imaging:
      list(`gait analysis with a circumducting left leg; home visit with recommendations for rails; wheelchair and seating assessment;
      splint made for the hand; prosthetic casting completed; hydrotherapy session tolerated; kitchen assessment safe with supervision;
      functional electrical stimulation trial`),
    diagnoses:
      list(`hemiparesis after stroke; deconditioning after critical illness; transtibial amputation; traumatic brain injury; spinal
      cord injury, incomplete; rehabilitation after hip fracture; spasticity; critical illness neuropathy; mechanical low back pain`),
    drugs:
      list(`baclofen 10 mg three times daily; botulinum toxin to the biceps; tizanidine 2 mg; gabapentin for phantom pain; paracetamol
      before therapy; vitamin D; bowel programme with senna; modafinil for fatigue`),
    plans:
      list(`continue daily physiotherapy with strengthening exercises; goal of independent transfers in four weeks; occupational therapy
      for dressing practice; order a rollator; home exercise programme given; discharge planning meeting with family; vocational
      rehabilitation; refer to orthotics for an ankle foot orthosis`),
  },
]
