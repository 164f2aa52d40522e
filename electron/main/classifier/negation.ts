import type { Word } from './words.ts'

/**
 * Which words of a document are denied. After NegEx: a phrase that denies reaches up to six words ahead, or back, and no
 * further than the clause or a word that turns it.
 * @see Chapman et al., A simple algorithm for identifying negated findings and diseases in discharge summaries, 2001
 */

/** In words; NegEx has five concepts' worth. */
const REACH = 6

const phrases = (text: string): readonly (readonly string[])[] =>
  text
    .split(';')
    .map((phrase) => phrase.trim().split(/\s+/))
    .sort((a, b) => b.length - a.length)

/** They look like a denial and are none. */
const PSEUDO = phrases(
  `no increase; no change; no further; no longer; no improvement; not only; not necessarily; without difficulty; gram negative;
   not known; no better; not certain whether`,
)
const AHEAD = phrases(
  `no; not; without; denies; denied; denying; never; absence of; absent; negative for; no evidence of; no sign of; no signs of; free
   of; rules out; ruled out; rule out; rather than; does not have; do not have; not suggestive of; no history of; no indication of; no
   suspicion of; nothing points to; nothing to suggest; not for; not found; not seen; unlikely to be; excludes; not troubled by; fails
   to reveal; lack of; declined`,
)
const BACK = phrases(
  `was ruled out; were ruled out; is ruled out; has been ruled out; was excluded; could be excluded; can be excluded; is excluded;
   unlikely; not detected; not present; was negative; is negative; not seen; not found`,
)
const TURNS = new Set(
  'but however although though except apart besides which who because since secondary yet nevertheless'.split(
    ' ',
  ),
)

function matchAt(words: readonly Word[], at: number, among: readonly (readonly string[])[]): number {
  const found = among.find((phrase) =>
    phrase.every(
      (text, offset) =>
        words[at + offset]?.text === text && (offset === phrase.length - 1 || !words[at + offset]!.stop),
    ),
  )
  return found?.length ?? 0
}

/** @returns for each word whether it is denied, or part of a phrase that denies */
export function deniedIn(words: readonly Word[]): boolean[] {
  const denied = words.map(() => false)
  const from = (start: number, step: 1 | -1): void => {
    for (let at = start, steps = 0; steps < REACH && at >= 0 && at < words.length; at += step, steps += 1) {
      // Backwards, a clause's end stands on the word before it.
      if (TURNS.has(words[at]!.text) || (step === -1 && words[at]!.stop)) return
      denied[at] = true
      if (step === 1 && words[at]!.stop) return
    }
  }
  for (let at = 0; at < words.length; at += 1) {
    const pseudo = matchAt(words, at, PSEUDO)
    if (pseudo > 0) {
      at += pseudo - 1
      continue
    }
    const back = matchAt(words, at, BACK)
    const ahead = back > 0 ? 0 : matchAt(words, at, AHEAD)
    const length = back + ahead
    if (length === 0) continue
    denied.fill(true, at, at + length)
    if (back > 0) from(at - 1, -1)
    else if (!words[at + length - 1]!.stop) from(at + length, 1)
    at += length - 1
  }
  return denied
}
