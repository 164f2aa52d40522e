import { useEffect } from 'react'
import type { ReportSheet } from '../../electron/ipc/paper.ts'
import { formatCount, formatMoment, shortAddress } from '../lib/format.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import { ReportLine } from './ReportLine.tsx'
import { Steps } from './Sheet.tsx'
import { sayOf } from './say.ts'

type Props = { readonly sheet: ReportSheet; readonly shown: () => void }
type Fact = readonly [term: string, fact: string, mono?: true]

const say = sayOf('report')
const CHECKS = ['keep', 'run', 'hand', 'chain'] as const
const COLUMNS = ['when', 'who', 'act', 'block'] as const

/** A log on as many sheets of A4 as it takes: whose it is, how it was proven, every line, and how to check it. */
export function Report({ sheet, shown }: Props) {
  const {
    lines,
    specialties,
    person,
    signer,
    ofClinic,
    clinic,
    chainId,
    contract,
    histories,
    proven,
    madeAt,
  } = sheet
  const whose = person.name ?? shortAddress(person.address)
  const title = say('title', { whose })
  useEffect(() => {
    document.title = title
    // Margin boxes take their text from style sheets alone.
    document.documentElement.style.setProperty('--report-head', JSON.stringify(`${title} · ${clinic}`))
    shown()
  }, [title, clinic, shown])
  const oldest = lines.at(-1)
  const newest = lines[0]
  const facts: readonly Fact[] = [
    ['account', person.address, true],
    ['signer', signer, true],
    ['contract', contract, true],
    ['clinic', clinic],
    ['chain', say('chainNumber', { id: chainId })],
    ['lines', formatCount(lines.length)],
    [
      'span',
      oldest === undefined || newest === undefined
        ? say('none')
        : say('fromTo', { from: formatMoment(oldest.at), to: formatMoment(newest.at) }),
    ],
    ['zone', Intl.DateTimeFormat().resolvedOptions().timeZone],
    ['made', formatMoment(madeAt)],
  ]
  return (
    <main className="report">
      <header className="kit-head">
        <Wordmark />
        <h1>{title}</h1>
        <p>{say(ofClinic ? 'what_clinic' : 'what')}</p>
      </header>
      <dl className="kit-facts report-facts">
        {facts.map(([term, fact, mono]) => (
          <div key={term}>
            <dt>{say(term)}</dt>
            <dd className={mono === true ? 'mono' : undefined}>{fact}</dd>
          </div>
        ))}
      </dl>
      <section aria-labelledby="proof">
        <h2 id="proof">{say('proof')}</h2>
        <p>
          {say('proven', { block: formatCount(proven.block) })}{' '}
          {say(proven.witnessed ? 'witnessed' : 'alone')}
        </p>
        <dl className="kit-facts report-hashes">
          {histories.map(({ subject, lines: count, block, hash }) => (
            <div key={subject}>
              <dt>
                {subject === 'accounts' ? say('ofAccounts') : say('ofPatient', { patient: subject })}
                {' · '}
                {say('upTo', { count, block: formatCount(block) })}
              </dt>
              <dd className="mono">{hash}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="lines">
        <h2 id="lines">{say('everyLine')}</h2>
        <table className="report-lines">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <ReportLine key={line.id} line={line} specialties={specialties} />
            ))}
          </tbody>
        </table>
      </section>
      <div className="report-check">
        <Steps
          title={say('check')}
          steps={CHECKS.map((check) => say(`checks.${check}`, { account: signer }))}
        />
      </div>
    </main>
  )
}
