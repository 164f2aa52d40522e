import css from './Chart.module.css'
import { ChartFrame } from './ChartFrame.tsx'
import { BOTTOM, doublings, HEIGHT, heightAt, LEFT, scaleOf, TOP } from './chart-scale.ts'

type Point = { readonly at: number; readonly first: number; readonly second: number }

type Props = {
  readonly label: string
  readonly width?: number
  /** At least one, in the order in which they came; `at` is above zero. */
  readonly points: readonly Point[]
  /** One of the points, and what it is called. */
  readonly marked: { readonly at: number; readonly label: string } | null
  readonly tickLabel: (value: number) => string
  readonly placeLabel: (at: number) => string
}

/** Two series over a quantity that doubles from place to place. The second is dashed besides being of another colour. */
export function CurveChart({ label, width = 628, points, marked, tickLabel, placeLabel }: Props) {
  const { top, ticks } = scaleOf(Math.max(0, ...points.map(({ second }) => second)))
  const { places, leftOf } = doublings(
    points.map(({ at }) => at),
    width,
  )
  const pathOf = (pick: (point: Point) => number): string =>
    points
      .map((point, index) => {
        const to = `${leftOf(point.at).toFixed(1)} ${heightAt(pick(point), top).toFixed(1)}`
        return `${index === 0 ? 'M' : 'L'}${to}`
      })
      .join('')
  return (
    <ChartFrame
      label={label}
      width={width}
      top={top}
      ticks={ticks}
      tickLabel={tickLabel}
      count={places.length}
      placeLabel={(index) => placeLabel(places[index]!)}
      middle={(index) => leftOf(places[index]!)}
    >
      {marked !== null && <Mark left={leftOf(marked.at)} label={marked.label} />}
      <path className={css.second} d={pathOf(({ second }) => second)} />
      <path className={css.first} d={pathOf(({ first }) => first)} />
      {points.map(({ at, first, second }) => (
        <g key={at}>
          <circle className={css.secondDot} cx={leftOf(at)} cy={heightAt(second, top)} r={2.5} />
          <circle className={css.dot} cx={leftOf(at)} cy={heightAt(first, top)} r={3} />
        </g>
      ))}
    </ChartFrame>
  )
}

/** How long a name may be. */
const NAME = 120

/** A line from top to bottom. Its name is on the left, where a curve that bends upwards is low, unless there is no room. */
function Mark({ left, label }: { readonly left: number; readonly label: string }) {
  const before = left > LEFT + NAME
  return (
    <>
      <line className={css.mark} x1={left} x2={left} y1={TOP} y2={HEIGHT - BOTTOM} />
      <text
        className={css.markName}
        x={left + (before ? -8 : 8)}
        y={TOP + 14}
        textAnchor={before ? 'end' : 'start'}
      >
        {label}
      </text>
    </>
  )
}
