import type { SpecialtyCode } from '../domain/specialty.ts'
import { SPECIALTY_CODES } from '../domain/specialty.ts'
import type { CodedField } from './document.ts'

type Table = Readonly<Record<string, SpecialtyCode>>

/** From one text: a specialty's code, then the codes that mean it. */
const table = (text: string): Table =>
  Object.fromEntries(
    text
      .split(';')
      .map((line) => line.trim().split(/\s+/))
      .flatMap(([code, ...others]) => others.map((other) => [other, code as SpecialtyCode])),
  )

/** Codes of the value set c80-practice-codes that this app puts into a wider folder. Its own codes mean themselves. */
const SNOMED: Table = {
  ...Object.fromEntries(SPECIALTY_CODES.map((code) => [code, code])),
  // internal medicine; family practice, general medical practice; otolaryngology; obstetrics; thoracic medicine; diabetic
  // medicine; hepatology; clinical oncology, radiation oncology, surgical oncology; medical ophthalmology, ophthalmic surgery;
  // child psychiatry, psychotherapy; colorectal, breast, hepatobiliary surgery; interventional radiology, nuclear medicine;
  // histopathology, haematopathology, immunopathology, clinical microbiology; pain management, critical care; genito-urinary
  // medicine, tropical medicine; dental specialties; urological oncology; paediatric specialties
  ...table(`394802001 419192003; 394814009 419772000 408443003; 394604002 418960008; 394585009 408470005; 418112009 394590007;
    394583002 408475000; 394584008 408472002; 394593009 394592004 419815003 419321007; 394594003 394813003 422191005;
    394587001 394588006 394913002; 394609007 408464004 408469009 408474001; 394914008 408455009 394649004;
    394915009 394597005 394916005 394598000 408454008; 394577000 394882004 408478003; 394807007 394808002 408448007;
    408444009 394812008; 394612005 419043006;
    394537008 408459003 419610006 418058008 418652005 418862001 419365004 418002000 419983000 419170002 419472004 394539006`),
}

/** Document types of LOINC that name a specialty: consult notes, and studies. */
const LOINC = table(
  `394579002 34099-2 34094-3 34124-8 26441-6 11524-6 18745-0 18752-6 42148-7; 408444009 34756-7 28572-6 28577-5 28617-9 29761-4;
   394582007 34758-3 68551-1; 394583002 34879-7 34760-9; 394584008 34761-7 27895-2 18746-8 18751-8; 394802001 34764-1 34101-6;
   394811001 34776-5; 394803006 34779-9; 394807007 34781-5; 394587001 34788-0 34102-4 28627-8 34865-6; 408467006 34785-6 34864-9;
   394589003 34795-5 29749-9; 394591006 34797-1 68556-0; 394585009 34777-3 68566-9 68557-8 68558-6 26442-4 15508-5;
   394593009 34805-2 34831-8 11486-8; 394594003 34807-8 68575-0 68572-7 28619-5; 394801008 34814-4 68577-6 68578-4;
   394604002 34816-9; 394602003 34822-7 34824-3 34855-7 68590-9 68570-1 11508-9 11507-1; 418112009 34103-2 27896-0 18759-1;
   394914008 73575-3 72555-6 68604-8 18748-4 18726-0; 394810000 34839-1; 394609007 34847-4; 394612005 34851-6;
   394576009 51846-4 60280-5 15507-7 34878-9; 394577000 34749-2 11485-0; 394537008 68821-8 68822-6; 394814009 68837-4;
   394915009 11502-2 11526-1 26436-6 27898-6`,
)

/** Health care provider taxonomy (NUCC), as American documents name who wrote them. */
const NUCC = table(
  `394802001 207R00000X; 394579002 207RC0000X; 394814009 207Q00000X 208D00000X; 394582007 207N00000X; 394583002 207RE0101X;
   394584008 207RG0100X; 394609007 208600000X; 394811001 207RG0300X 207QG0300X; 408446006 207VX0201X; 394586005 207VG0400X;
   394585009 207V00000X 207VX0000X; 394803006 207RH0000X; 394807007 207RI0200X; 394589003 207RN0300X; 394591006 2084N0400X;
   394593009 207RX0202X 207RH0003X; 394594003 207W00000X; 394801008 207X00000X; 394604002 207Y00000X; 394537008 208000000X;
   394587001 2084P0800X; 418112009 207RP1001X; 394914008 2085R0202X; 394810000 207RR0500X; 394612005 208800000X;
   394577000 207L00000X; 394576009 207P00000X; 394915009 207ZP0102X; 408444009 122300000X; 394602003 208100000X 225100000X;
   394806003 207RH0002X`,
)

/** Hospital service (HL7 v2 table 0069). `SUR` is any surgery, `MED` any medical service. */
const SERVICE = table(
  '394802001 MED; 394609007 SUR; 394612005 URO; 418112009 PUL; 394579002 CAR; 394537008 PED; 394585009 OBS',
)

/** Diagnostic service section (HL7 v2 table 0074). */
const SECTION = table(
  `394914008 RAD CT NMR RUS XRC NMS VUS RX; 394915009 CH HM MB SP CP LAB IMM SR TX MCB VR BLB PAT; 394579002 CUS EC CTH;
   418112009 PF RC RT; 394591006 EN NRS; 394585009 OUS; 394602003 PHY OT; 394593009 RAT`,
)

export const CODE_TABLES: Readonly<Record<CodedField['system'], Table>> = {
  snomed: SNOMED,
  loinc: LOINC,
  nucc: NUCC,
  'hl7-service': SERVICE,
  'hl7-section': SECTION,
}

/** The specialty that a coded field means; null where it names none that this app has a folder for. */
export const specialtyOf = ({ system, code }: Pick<CodedField, 'system' | 'code'>): SpecialtyCode | null =>
  Object.hasOwn(CODE_TABLES[system], code) ? CODE_TABLES[system][code]! : null
