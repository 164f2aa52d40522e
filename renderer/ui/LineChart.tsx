import css from './Chart.module.css'
import { ChartFrame } from './ChartFrame.tsx'
import { heightAt, placesOf, scaleOf } from './chart-scale.ts'

type Pair = { readonly first: number; readonly second: number }

type Props = {
  readonly label: string
  readonly width?: number
  /** One of each place; null where there is nothing to show, which breaks the lines. */
  readonly values: readonly (Pair | null)[]
  readonly tickLabel: (value: number) => string
  readonly placeLabel: (index: number) => string
}

/** Two series over time: the first a line, the second dashed besides being of another colour. */
export function LineChart({ label, width = 628, values, tickLabel, placeLabel }: Props) {
  const { top, ticks } = scaleOf(Math.max(0, ...values.map((pair) => pair?.second ?? 0)))
  const { middle } = placesOf(values.length, width)
  const pathOf = (pick: (pair: Pair) => number): string =>
    values
      .map((pair, index) => {
        if (pair === null) return ''
        const begins = index === 0 || values[index - 1] === null
        return `${begins ? 'M' : 'L'}${middle(index).toFixed(1)} ${heightAt(pick(pair), top).toFixed(1)}`
      })
      .join('')
  return (
    <ChartFrame
      label={label}
      width={width}
      top={top}
      ticks={ticks}
      tickLabel={tickLabel}
      count={values.length}
      placeLabel={placeLabel}
      middle={middle}
    >
      <path className={css.second} d={pathOf(({ second }) => second)} />
      <path className={css.first} d={pathOf(({ first }) => first)} />
      {values.map(
        (pair, index) =>
          pair !== null && (
            // biome-ignore lint/suspicious/noArrayIndexKey: places stand still
            <g key={index}>
              <circle className={css.secondDot} cx={middle(index)} cy={heightAt(pair.second, top)} r={2.5} />
              <circle className={css.dot} cx={middle(index)} cy={heightAt(pair.first, top)} r={3} />
            </g>
          ),
      )}
    </ChartFrame>
  )
}
