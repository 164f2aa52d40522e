/** Measures of every chart, in its own units. */
export const HEIGHT = 240
export const LEFT = 44
export const BOTTOM = 24
export const TOP = 10

/** The top of a scale and its steps, so that its ticks are round numbers: 1, 2 or 5 times a power of ten. */
export function scaleOf(
  highest: number,
  wanted = 4,
): { readonly top: number; readonly ticks: readonly number[] } {
  if (highest <= 0) return { top: 1, ticks: [0, 1] }
  const rough = highest / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10)
  const count = Math.max(1, Math.ceil(highest / step - 1e-9))
  return { top: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) }
}

/** Where places of a chart lie: how wide each is, and its middle. */
export function placesOf(count: number, width: number) {
  const wide = (width - LEFT) / count
  return { wide, middle: (index: number): number => LEFT + wide * (index + 0.5) }
}

/** How far beyond the outer places a value may lie, as a part of what is between two places. */
const ASIDE = 0.25

/** Powers of two around some values, all of them above zero and at least one, and where a value lies among them. */
export function doublings(values: readonly number[], width: number) {
  const powers = values.map(Math.log2)
  const low = Math.floor(Math.min(...powers) + ASIDE)
  const high = Math.max(low + 1, Math.ceil(Math.max(...powers) - ASIDE))
  const wide = (width - LEFT) / (high - low + 2 * ASIDE)
  return {
    places: Array.from({ length: high - low + 1 }, (_, index) => 2 ** (low + index)),
    leftOf: (value: number): number => LEFT + wide * (Math.log2(value) - low + ASIDE),
  }
}

export const heightAt = (value: number, top: number): number =>
  TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top)

/** Which of so many places carry a label, so that labels don't touch. */
export const labelled = (count: number, wanted: number): readonly number[] => {
  const every = Math.max(1, Math.ceil(count / wanted))
  return Array.from({ length: Math.ceil(count / every) }, (_, index) => index * every)
}
