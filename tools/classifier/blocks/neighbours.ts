import type { SpecialtyCode } from '../../../electron/main/domain/specialty.ts'

/** Specialties that see the same people: papers of one are often about another of its circle too. */
const CIRCLES: readonly (readonly SpecialtyCode[])[] = [
  // gynaecology, obstetrics, gynaecological oncology
  ['394586005', '394585009', '408446006'],
  // general practice, general medicine, geriatrics, emergency, palliative
  ['394814009', '394802001', '394811001', '394576009', '394806003'],
  // psychiatry, adult mental illness, geriatrics
  ['394587001', '408467006', '394811001'],
  // orthopaedics, rehabilitation, rheumatology
  ['394801008', '394602003', '394810000'],
  // oncology, haematology, palliative, gynaecological oncology
  ['394593009', '394803006', '394806003', '408446006'],
  // nephrology, urology, endocrinology
  ['394589003', '394612005', '394583002'],
  // cardiology, pulmonary, general medicine, nephrology
  ['394579002', '418112009', '394802001', '394589003'],
  // gastroenterology, general surgery, oncology
  ['394584008', '394609007', '394593009'],
  // neurology, rehabilitation, ophthalmology, psychiatry
  ['394591006', '394602003', '394594003', '394587001'],
  // dermatology, rheumatology, infectious diseases
  ['394582007', '394810000', '394807007'],
  // anaesthetics, general surgery, emergency, orthopaedics
  ['394577000', '394609007', '394576009', '394801008'],
  // ear, nose and throat, dentistry, pulmonary
  ['394604002', '408444009', '418112009'],
  // paediatrics, general practice, ear, nose and throat
  ['394537008', '394814009', '394604002'],
  // radiology, pathology, orthopaedics, oncology
  ['394914008', '394915009', '394801008', '394593009'],
]

export const neighboursOf = (code: SpecialtyCode): SpecialtyCode[] => [
  ...new Set(
    CIRCLES.filter((circle) => circle.includes(code))
      .flat()
      .filter((other) => other !== code),
  ),
]
