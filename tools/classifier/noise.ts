import type { Random } from './random.ts'

/** How clinicians shorten words. */
const SHORT: readonly [RegExp, string][] = [
  [/\bpatient\b/gi, 'pt'],
  [/\bhistory\b/gi, 'hx'],
  [/\bdiagnosis\b/gi, 'dx'],
  [/\btreatment\b/gi, 'tx'],
  [/\bexamination\b/gi, 'O/E'],
  [/\binvestigations?\b/gi, 'Ix'],
  [/\bblood pressure\b/gi, 'BP'],
  [/\bfollow-up\b/gi, 'f/u'],
  [/\bwith\b/g, 'w/'],
  [/\bonce daily\b/g, 'od'],
  [/\btwice daily\b/g, 'bd'],
  [/\bthree times daily\b/g, 'tds'],
  [/\bintravenous\b/g, 'iv'],
  [/\batrial fibrillation\b/g, 'AF'],
  [/\bchronic obstructive pulmonary disease\b/g, 'COPD'],
  [/\bmyocardial infarction\b/g, 'MI'],
  [/\bmultiple sclerosis\b/g, 'MS'],
  [/\brheumatoid arthritis\b/g, 'RA'],
  [/\bchronic kidney disease\b/g, 'CKD'],
  [/\bdeep vein thrombosis\b/g, 'DVT'],
  [/\burinary\b/g, 'ur.'],
  [/\bultrasound\b/g, 'USS'],
  [/\bechocardiogram\b/g, 'echo'],
  [/\bshortness of breath\b/g, 'SOB'],
  [/\bright\b/g, 'R'],
  [/\bleft\b/g, 'L'],
]

/** A slip of the fingers inside a word: two letters change places, one is left out, doubled, or hit beside. */
function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random.next() * (word.length - 2))
  const [head, letter, after, tail] = [
    word.slice(0, at),
    word[at]!,
    word[at + 1] ?? '',
    word.slice(at + 2),
  ] as const
  return random.pick([
    `${head}${after}${letter}${tail}`,
    `${head}${after}${tail}`,
    `${head}${letter}${letter}${after}${tail}`,
    `${head}${random.pick([...'aeinrst'])}${after}${tail}`,
  ])
}

/** One document in three was typed in haste: abbreviations, slips, and now and then no capitals at all. */
export function roughen(text: string, random: Random): string {
  if (!random.chance(1 / 3)) return text
  const shortened = SHORT.reduce(
    (sum, [long, short]) => (random.chance(0.7) ? sum.replace(long, short) : sum),
    text,
  )
  const slipped = shortened.replace(/[A-Za-z]{5,}/g, (word) =>
    random.chance(0.06) ? slip(word, random) : word,
  )
  return random.chance(0.25) ? slipped.toLowerCase() : slipped
}
