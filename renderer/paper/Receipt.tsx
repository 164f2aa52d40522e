import { useEffect } from 'react'
import type { ReceiptSheet } from '../../electron/ipc/paper.ts'
import { formatCount, formatMoment, shortAddress } from '../lib/format.ts'
import { tellLine } from '../lib/tell-line.ts'
import { Wordmark } from '../ui/Wordmark.tsx'
import { sayOf } from './say.ts'

type Props = { readonly sheet: ReceiptSheet; readonly shown: () => void }
type Fact = readonly [term: string, fact: string | null, mono?: true]

const say = sayOf('receipt')

/** One act on a sheet of A4: the sentence that the log has, and where on the chain it stands. */
export function Receipt({ sheet, shown }: Props) {
  const { line, clinic, chainId, contract, proven, madeAt } = sheet
  const told = tellLine(line, {
    say: sayOf('screens'),
    called: (name, address) => name ?? shortAddress(address),
    // Whoever reads it on paper may be anybody, so everybody is named.
    reader: null,
  })
  const title = say('title')
  useEffect(() => {
    document.title = `${title}: ${told}`
    shown()
  }, [title, told, shown])
  const by = line.signer ?? line.actor
  const facts: readonly Fact[] = [
    ['when', formatMoment(line.at)],
    ['by', by, true],
    ['subject', line.subject === line.actor ? null : line.subject, true],
    ['patient', line.patient === by ? null : line.patient, true],
    ['chain', say('chainNumber', { id: chainId })],
    ['contract', contract, true],
    ['block', formatCount(line.block)],
    ['transaction', line.transaction, true],
  ]
  return (
    <main className="kit">
      <header className="kit-head">
        <Wordmark />
        <h1>{told}</h1>
        <p>{say('what', { clinic })}</p>
      </header>
      <dl className="kit-facts">
        {facts.map(
          ([term, fact, mono]) =>
            fact !== null && (
              <div key={term}>
                <dt>{say(term)}</dt>
                <dd className={mono === true ? 'mono' : undefined}>{fact}</dd>
              </div>
            ),
        )}
      </dl>
      <section className="kit-steps" aria-labelledby="proof">
        <h2 id="proof">{say('proof')}</h2>
        <p>
          {say('proven', { block: formatCount(proven.block) })}{' '}
          {say(proven.witnessed ? 'witnessed' : 'alone')}
        </p>
      </section>
      <footer className="kit-foot">
        <p>{say('made', { at: formatMoment(madeAt) })}</p>
      </footer>
    </main>
  )
}
