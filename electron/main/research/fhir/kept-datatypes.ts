/**
 * What an element is, as far as it decides what is left of it in a copy for research. `text` is a string and `notes` are
 * annotations; both, and the narrative, are free text.
 */
export type Kind =
  | 'flag'
  | 'number'
  | 'code'
  | 'date'
  | 'time'
  | 'concept'
  | 'coding'
  | 'quantity'
  | 'reference'
  | 'text'
  | 'notes'
  | 'narrative'
/** An element of elements. */
export type Elements = { readonly [name: string]: Kind | Elements }

export const all = <K extends Kind>(kind: K, names: string): Record<string, K> =>
  Object.fromEntries(names.split(' ').map((name) => [name, kind]))

export const PERIOD: Elements = all('date', 'start end')
const RANGE: Elements = all('quantity', 'low high')
export const RATIO: Elements = all('quantity', 'numerator denominator')

export const TIMING: Elements = {
  event: 'date',
  code: 'concept',
  repeat: {
    boundsDuration: 'quantity',
    boundsRange: RANGE,
    boundsPeriod: PERIOD,
    ...all('number', 'count countMax duration durationMax frequency frequencyMax period periodMax offset'),
    ...all('code', 'durationUnit periodUnit dayOfWeek when'),
    timeOfDay: 'time',
  },
}

export const DOSAGE: Elements = {
  ...all('text', 'text patientInstruction'),
  ...all('concept', 'additionalInstruction asNeededCodeableConcept site route method'),
  sequence: 'number',
  timing: TIMING,
  asNeededBoolean: 'flag',
  doseAndRate: {
    type: 'concept',
    ...all('quantity', 'doseQuantity rateQuantity'),
    doseRange: RANGE,
    rateRange: RANGE,
    rateRatio: RATIO,
  },
  maxDosePerPeriod: RATIO,
  ...all('quantity', 'maxDosePerAdministration maxDosePerLifetime'),
}

export const VALUE: Elements = {
  valueQuantity: 'quantity',
  valueCodeableConcept: 'concept',
  valueString: 'text',
  valueBoolean: 'flag',
  valueInteger: 'number',
  valueRange: RANGE,
  valueRatio: RATIO,
  valueTime: 'time',
  valueDateTime: 'date',
  valuePeriod: PERIOD,
  ...all('concept', 'dataAbsentReason interpretation'),
  referenceRange: { ...RANGE, age: RANGE, ...all('concept', 'type appliesTo'), text: 'text' },
}

/** `onset`, `abatement` or `performed` in each of the forms that they have. */
export const when = (name: string): Elements => ({
  [`${name}DateTime`]: 'date',
  [`${name}Age`]: 'quantity',
  [`${name}Period`]: PERIOD,
  [`${name}Range`]: RANGE,
  [`${name}String`]: 'text',
})
