import type { ReactNode } from 'react'
import css from './Chart.module.css'
import { HEIGHT, heightAt, LEFT, labelled } from './chart-scale.ts'

type Props = {
  /** What it shows, in a sentence: read aloud in its place. */
  readonly label: string
  readonly width: number
  readonly top: number
  readonly ticks: readonly number[]
  readonly tickLabel: (value: number) => string
  readonly count: number
  readonly placeLabel: (index: number) => string
  /** Where the middle of a place is. */
  readonly middle: (index: number) => number
  readonly children: ReactNode
}

/** Grid, ticks and labels of a chart. Its table twin has every number. */
export function ChartFrame({
  label,
  width,
  top,
  ticks,
  tickLabel,
  count,
  placeLabel,
  middle,
  children,
}: Props) {
  return (
    <svg className={css.root} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className={css.grid} x1={LEFT} x2={width} y1={heightAt(tick, top)} y2={heightAt(tick, top)} />
          <text className={css.tick} x={LEFT - 10} y={heightAt(tick, top) + 4} textAnchor="end">
            {tickLabel(tick)}
          </text>
        </g>
      ))}
      {labelled(count, width / 110).map((index) => (
        <text key={index} className={css.tick} x={middle(index)} y={HEIGHT - 4} textAnchor="middle">
          {placeLabel(index)}
        </text>
      ))}
      {children}
    </svg>
  )
}
