import { useEffect } from 'react'
import type { MeasurementSheet } from '../../electron/ipc/paper.ts'
import type { MeasuredStep } from '../../electron/main/domain/measurement.ts'
import { formatBytes, formatCount, formatDuration, formatMoment } from '../lib/format.ts'
import { curveOf, perSecond } from '../lib/measured-curve.ts'
import { tellMeasurement } from '../lib/tell-measurement.ts'
import { CurveChart } from '../ui/CurveChart.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'
import { measuredFacts } from './measured-facts.ts'
import { sayOf } from './say.ts'

type Props = { readonly sheet: MeasurementSheet; readonly shown: () => void }

const say = sayOf('measurement')
const words = sayOf('performance')

/** How much a network took, on as many sheets of A4 as it takes: of what, with what, the figures, and what they do not show. */
export function MeasurementReport({ sheet: { measurement }, shown }: Props) {
  const { at, stepSeconds, steps, storing, network } = measurement
  const title = say('title', { clinic: network.clinic })
  useEffect(() => {
    document.title = title
    // Margin boxes take their text from style sheets alone.
    const head = JSON.stringify(`${title} · ${formatMoment(at)}`)
    document.documentElement.style.setProperty('--report-head', head)
    shown()
  }, [title, at, shown])
  const sentence = tellMeasurement(measurement, words, (code) => sayOf('errors')(`${code}.title`))
  const curve = curveOf(measurement, words)
  return (
    <main className="report">
      <header className="kit-head">
        <Wordmark />
        <h1>{title}</h1>
        <p>{say('what')}</p>
      </header>
      <section aria-labelledby="shows">
        <h2 id="shows">{say('shows')}</h2>
        <p>{sentence}</p>
        {curve.points.length > 0 && (
          <figure className="measured-curve">
            <CurveChart label={words('measure.chart', { sentence })} {...curve} />
            <figcaption>{say('curve')}</figcaption>
          </figure>
        )}
      </section>
      {steps.length > 0 && <Figures steps={steps} />}
      <section className="measured-parameters" aria-labelledby="parameters">
        <h2 id="parameters">{say('parameters')}</h2>
        <dl className="kit-facts report-facts">
          {measuredFacts(measurement).map(([term, fact]) => (
            <div key={term}>
              <dt>{say(term)}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="report-check" aria-labelledby="limits">
        <h2 id="limits">{say('limits')}</h2>
        <ul className="measured-limits">
          <li>{say('limit.one')}</li>
          <li>{say('limit.load')}</li>
          <li>{say('limit.few', { seconds: formatCount(stepSeconds) })}</li>
          <li>{say('limit.reached')}</li>
          <li>{say('limit.bend')}</li>
          {storing !== null && (
            <li>
              {say('limit.sealing', {
                bytes: formatBytes(storing.bytes),
                p50: formatDuration(storing.p50),
                p95: formatDuration(storing.p95),
              })}
            </li>
          )}
        </ul>
      </section>
    </main>
  )
}

const COLUMNS = ['asked', 'reached', 'recorded', 'p50', 'p95', 'transactions'] as const

function Figures({ steps }: { readonly steps: readonly MeasuredStep[] }) {
  const headOf = (column: (typeof COLUMNS)[number]): string =>
    words(column === 'p50' || column === 'p95' ? column : `measure.${column}`)
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{say('figures')}</h2>
      <table className="measured-figures">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {headOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ asked, reached, acts, done, p50, p95, transactions }) => (
            <tr key={asked}>
              <th scope="row">{perSecond(words, asked)}</th>
              <td>{perSecond(words, reached)}</td>
              <td>{words('measure.of', { done: formatCount(done), acts: formatCount(acts) })}</td>
              <td>{formatDuration(p50)}</td>
              <td>{formatDuration(p95)}</td>
              <td>{formatCount(transactions)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
