import { type Blocks, list } from './block.ts'

/** Nerves, mind, eyes, ears, teeth. */
export const NERVES_SENSES: readonly Blocks[] = [
  {
    code: '394591006', // Neurology
    clinics: list(
      'Department of Neurology; First seizure clinic; Headache clinic; Movement disorder service',
    ),
    complaints:
      list(`throbbing one-sided headache with nausea; tingling of the left arm; a seizure in sleep; shaking of the right
      hand at rest; double vision in the evening; sudden weakness of one side that cleared; unsteady gait; memory lapses noticed
      by the family; numbness rising from the feet`),
    findings:
      list(`cogwheel rigidity and bradykinesia; brisk reflexes with an upgoing plantar; power 4/5 in the left leg;
      internuclear ophthalmoplegia; reduced vibration sense to the ankles; cranial nerves intact; fatigable ptosis; wasting and
      fasciculations of the hand; Romberg positive`),
    results:
      list(`oligoclonal bands in the cerebrospinal fluid; acetylcholine receptor antibodies positive; carbamazepine level
      8.2 mg/L; Montreal cognitive assessment 21 of 30; opening pressure 32 cm; EDSS 3.5; eleven migraine days a month; NIHSS 6`),
    imaging:
      list(`MRI brain with periventricular white matter lesions; EEG with left temporal spikes; nerve conduction with
      demyelinating polyneuropathy; DaT scan with reduced uptake of the putamen; CT head with an infarct of the middle cerebral
      artery; electromyography with chronic denervation; MRI spine with a cord lesion at C4; empty sella and flattened globes`),
    diagnoses:
      list(`relapsing remitting multiple sclerosis; idiopathic Parkinson disease; migraine with aura; focal epilepsy;
      transient ischaemic attack; ischaemic stroke; myasthenia gravis; Guillain-Barré syndrome; motor neurone disease;
      idiopathic intracranial hypertension; cluster headache`),
    drugs:
      list(`levetiracetam 500 mg twice daily; co-careldopa 25/100; lamotrigine 100 mg; ocrelizumab infusion; sumatriptan
      50 mg; topiramate 50 mg; pyridostigmine 60 mg; clopidogrel 75 mg; gabapentin 300 mg; erenumab monthly; intravenous
      immunoglobulin`),
    plans:
      list(`no driving for six months after the seizure; repeat the MRI in a year; perform a lumbar puncture; refer to the
      epilepsy nurse; start disease modifying treatment; order carotid Doppler; increase levodopa; keep a headache diary`),
  },
  {
    code: '394587001', // Psychiatry
    clinics: list(
      'Department of Psychiatry; Liaison psychiatry; Eating disorders unit; Child and adolescent psychiatry',
    ),
    complaints:
      list(`hearing voices that comment; restricting food and counting calories; checking the door for hours; poor
      attention since childhood; flashbacks of an assault; agitation on the ward; drinking a bottle of spirits a day; believing the
      neighbours put thoughts into the head`),
    findings:
      list(`thought disorder with loosening of associations; pressured speech; affect blunted; persecutory delusions;
      limited insight; oriented in time and place; body mass index 15.2 with lanugo; psychomotor retardation; no thoughts of
      self-harm expressed`),
    results:
      list(`clozapine level 0.48 mg/L; lithium level 0.7 mmol/L; PANSS total 86; ADHD rating scale 38; AUDIT score 28; QTc 438
      ms on antipsychotics; prolactin raised on risperidone; Y-BOCS 27; neutrophils normal on clozapine`),
    imaging:
      list(`second course of electroconvulsive therapy completed; capacity assessment for treatment refusal; detained under
      section 3 of the Mental Health Act; EEG within normal limits before ECT; CT head requested for first episode psychosis
      unremarkable; observation level reduced to hourly; ligature risk assessed; seclusion not needed`),
    diagnoses:
      list(`paranoid schizophrenia; bipolar affective disorder with mania; anorexia nervosa; obsessive compulsive disorder;
      attention deficit hyperactivity disorder; alcohol dependence syndrome; delirium on the surgical ward; post-traumatic stress
      disorder; first episode psychosis; autism spectrum disorder`),
    drugs:
      list(`clozapine 300 mg; lithium carbonate 800 mg; olanzapine 10 mg; paliperidone depot monthly; methylphenidate 36 mg;
      lorazepam 1 mg as needed; haloperidol 5 mg; chlordiazepoxide reducing regime; fluoxetine 60 mg; aripiprazole 15 mg`),
    plans:
      list(`review on the ward round under section; start clozapine titration; continue weekly blood monitoring for clozapine;
      second opinion doctor to be requested; begin family based therapy; transfer to the acute psychiatric unit; monitor weight
      and electrolytes for refeeding; review depot in four weeks`),
  },
  {
    code: '408467006', // Adult mental illness
    clinics: list(
      'Community Mental Health Team; Adult mental health service; Crisis resolution and home treatment; Recovery team',
    ),
    complaints:
      list(`low mood and loss of interest; panic attacks on buses; early waking and poor appetite; thoughts of
      self-harm; worry about everything; crying at work; tension at home since losing a job; avoiding friends; feeling worthless
      since the divorce`),
    findings:
      list(`tearful but kempt; good rapport and eye contact; mood subjectively three of ten; anxious with fidgeting; no
      psychotic symptoms; thoughts of suicide without plans; insight good; sleep broken; supportive partner at home`),
    results:
      list(`PHQ-9 score 19; GAD-7 score 16; HoNOS 14; Edinburgh score 17; work and social adjustment scale 24; PHQ-9 down from
      21 to 9; risk of self-harm moderate; attended eight of ten sessions`),
    imaging:
      list(`care plan agreed with the care coordinator; home visit by the crisis team; safety plan written with the client;
      carer assessment offered; employment support worker met; housing letter written; wellness recovery action plan completed;
      debt advice arranged by the social worker`),
    diagnoses:
      list(`moderate depressive episode; generalised anxiety disorder; panic disorder with agoraphobia; recurrent depressive
      disorder; adjustment disorder; mixed anxiety and depression; social phobia; emotionally unstable personality disorder;
      postnatal depression`),
    drugs:
      list(`sertraline 100 mg; mirtazapine 30 mg at night; venlafaxine 150 mg; citalopram 20 mg; quetiapine 50 mg; propranolol
      40 mg for panic; pregabalin 75 mg; escitalopram 10 mg; diazepam 2 mg for a week only; duloxetine 60 mg`),
    plans:
      list(`refer for cognitive behavioural therapy; care coordinator to visit weekly; review under the care programme approach;
      discharge to the recovery college; attend the anxiety group; increase the antidepressant; give crisis line numbers; step
      down to talking therapies`),
  },
  {
    code: '394594003', // Ophthalmology
    clinics: list('Department of Ophthalmology; Glaucoma clinic; Medical retina clinic; Eye casualty'),
    complaints:
      list(`blurred vision in the left eye; flashes and floaters; a red painful eye; glare when driving at night; straight
      lines that look bent; a shadow across the vision; watering eyes; gritty eyes in the wind`),
    findings:
      list(`visual acuity 6/18 right and 6/6 left; intraocular pressure 28 mmHg; cup to disc ratio 0.8; anterior chamber
      deep with cells; nuclear sclerotic cataract; relative afferent pupillary defect; corneal ulcer staining with fluorescein;
      pseudophakia; blepharitis of both lids`),
    results:
      list(`LogMAR 0.4 right eye; central macular thickness 412 µm; corneal thickness 540 µm; Schirmer test 4 mm; visual field
      mean deviation minus 9 dB; refraction minus 2.50; axial length 23.4 mm; pressure 17 mmHg on drops`),
    imaging:
      list(`OCT with subretinal fluid at the macula; fluorescein angiography with leakage; superior arcuate scotoma on Humphrey
      fields; retinal tear at eleven o'clock; OCT of the nerve fibre layer with inferior thinning; macula off retinal detachment;
      drusen of both maculae; neovascularisation of the disc`),
    diagnoses:
      list(`primary open angle glaucoma; wet age-related macular degeneration; cataract; diabetic macular oedema; anterior
      uveitis; retinal detachment; dry eye disease; branch retinal vein occlusion; keratoconus; posterior vitreous detachment`),
    drugs:
      list(`latanoprost drops at night; timolol eye drops; aflibercept intravitreal injection; dexamethasone drops hourly;
      chloramphenicol ointment; dorzolamide drops; cyclopentolate drops; carmellose lubricant drops; acetazolamide 250 mg`),
    plans:
      list(`list for phacoemulsification with lens implant; repeat the visual field in six months; continue intravitreal
      injections monthly; perform YAG capsulotomy; laser the retinal tear today; biometry before surgery; selective laser
      trabeculoplasty; vitrectomy within 24 hours`),
  },
  {
    code: '394604002', // Ear, nose and throat surgery
    clinics: list('Ear, Nose and Throat Department; Head and neck clinic; Balance clinic; Voice clinic'),
    complaints:
      list(`ringing in the right ear; blocked nose with loss of smell; hoarse voice for six weeks; spinning when turning in
      bed; recurrent tonsillitis; a discharging ear; hearing loss on one side; something stuck in the throat; repeated
      nosebleeds`),
    findings:
      list(`Dix-Hallpike positive on the right; perforation of the tympanic membrane; nasal polyps grade two; deviated
      septum; enlarged tonsils without exudate; Weber to the left; vocal cords mobile; attic retraction with keratin; parotid lump
      of 2 cm`),
    results:
      list(`pure tone average 45 dB; type B tympanogram; speech discrimination 60 %; SNOT-22 score 48; caloric weakness 40 %;
      auditory thresholds falling at 4 kHz; facial nerve grade III; otoacoustic emissions absent`),
    imaging:
      list(`nasendoscopy with a lesion of the left vocal cord; CT sinuses with opacified maxillary antrum; MRI of the internal
      auditory meatus with a vestibular schwannoma; audiogram with sensorineural loss; laryngoscopy with Reinke oedema; CT temporal
      bone with a cholesteatoma; ultrasound guided aspiration of a parotid lump; polyps from the middle meatus`),
    diagnoses:
      list(`benign paroxysmal positional vertigo; chronic rhinosinusitis with polyps; Ménière disease; cholesteatoma; otitis
      media with effusion; sudden sensorineural hearing loss; recurrent tonsillitis; vocal cord palsy; epistaxis; laryngeal
      carcinoma`),
    drugs:
      list(`mometasone nasal spray; betahistine 16 mg; ciprofloxacin ear drops; fluticasone nasules; saline douche; prednisolone
      60 mg for hearing loss; Naseptin cream; penicillin V 500 mg; cetirizine 10 mg; gentamicin ear drops`),
    plans:
      list(`list for tonsillectomy; perform the Epley manoeuvre; septoplasty and turbinate reduction; insert grommets;
      microsuction of the ear; fit a hearing aid; functional endoscopic sinus surgery; panendoscopy and biopsy; cauterise Little
      area`),
  },
  {
    code: '408444009', // General dental practice
    clinics: list('Dental surgery; General dental practice; Oral health clinic; Dental hygienist'),
    complaints:
      list(`toothache on biting; bleeding gums; a broken filling; sensitivity to cold; a loose crown; swelling of the jaw beside
      a molar; a painful wisdom tooth; a mouth ulcer; grinding teeth at night`),
    findings:
      list(`caries of the upper left first molar; probing depths of 6 mm; calculus on the lower incisors; tender to percussion;
      pericoronitis of the lower right eight; fractured cusp; gingiva inflamed; good oral hygiene; partial denture fits well`),
    results:
      list(`basic periodontal examination 3 3 2 / 2 3 3; plaque score 45 %; pulp test without response; bleeding on probing 38 %;
      mobility grade II; DMFT 9; bitewings graded 1; fluoride varnish 22600 ppm applied`),
    imaging:
      list(`bitewing with distal caries into dentine; periapical radiolucency at the root; orthopantomogram with an impacted third
      molar; root filling short of the apex; horizontal bone loss; crown margin overhang; no apical pathology; unerupted canine`),
    diagnoses:
      list(`irreversible pulpitis; generalised periodontitis; dental caries; dental abscess; pericoronitis; bruxism;
      temporomandibular disorder; gingivitis; dry socket after extraction; cracked tooth`),
    drugs:
      list(`amoxicillin 500 mg for a dental abscess; metronidazole 400 mg; chlorhexidine mouthwash; high fluoride toothpaste 5000
      ppm; articaine with adrenaline; ibuprofen after extraction; fluoride varnish; benzydamine rinse`),
    plans:
      list(`root canal treatment of the molar; extract the tooth under local anaesthetic; scale and polish; composite filling next
      visit; take impressions for a crown; recall in six months; make a night guard; refer for removal of the wisdom tooth; root
      surface debridement`),
  },
]
