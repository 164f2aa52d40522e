import css from './Chart.module.css'
import { ChartFrame } from './ChartFrame.tsx'
import { BOTTOM, HEIGHT, heightAt, placesOf, scaleOf } from './chart-scale.ts'

type Props = {
  readonly label: string
  readonly width?: number
  /** Filled, and on top of it outlined. */
  readonly values: readonly { readonly filled: number; readonly outlined: number }[]
  readonly tickLabel: (value: number) => string
  readonly placeLabel: (index: number) => string
}

/** Counts over time. What is outlined differs by more than its colour. */
export function BarChart({ label, width = 628, values, tickLabel, placeLabel }: Props) {
  const highest = Math.max(0, ...values.map(({ filled, outlined }) => filled + outlined))
  // Halves of what is counted are no ticks.
  const { top, ticks } = scaleOf(Math.max(highest, 1), Math.min(4, Math.max(highest, 1)))
  const { wide, middle } = placesOf(values.length, width)
  const thick = Math.max(2, Math.min(14, wide * 0.6))
  const floor = HEIGHT - BOTTOM
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
      {values.map(({ filled, outlined }, index) => {
        const x = middle(index) - thick / 2
        const upTo = heightAt(filled, top)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: places stand still
          <g key={index}>
            {filled > 0 && (
              <rect className={css.bar} x={x} y={upTo} width={thick} height={floor - upTo} rx={1.5} />
            )}
            {outlined > 0 && (
              <rect
                className={css.failed}
                x={x + 0.75}
                y={heightAt(filled + outlined, top)}
                width={thick - 1.5}
                height={upTo - heightAt(filled + outlined, top)}
              />
            )}
          </g>
        )
      })}
    </ChartFrame>
  )
}
