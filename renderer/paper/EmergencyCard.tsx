import i18next from 'i18next'
import { useEffect } from 'react'
import type { CardSheet } from '../../electron/ipc/paper.ts'
import { formatLongDay, shortAddress } from '../lib/format.ts'
import { Qr } from '../ui/Qr.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'

type Props = { readonly sheet: CardSheet; readonly shown: () => void }

const STEPS = ['open', 'scan', 'ask', 'wait'] as const

/** A sheet of A4 with a card to cut out, as large as a bank card. */
export function EmergencyCard({ sheet, shown }: Props) {
  const say = (key: string, fill: Record<string, unknown> = {}): string =>
    String(i18next.t(`card:${key}` as never, fill as never))
  const { name, address, clinic, madeAt } = sheet
  const title = say('title')
  useEffect(() => {
    document.title = title
    shown()
  }, [title, shown])
  return (
    <main className="kit">
      <header className="kit-head">
        <Wordmark />
        <h1>{title}</h1>
        <p>{say('what')}</p>
      </header>
      <section className="card-cut" aria-label={say('card')}>
        <Qr text={`ethereum:${address}`} label={say('qr')} size={150} />
        <div>
          <h2>{say('emergency')}</h2>
          <p className="card-name">{name ?? shortAddress(address)}</p>
          <p>{say('scan')}</p>
          <p className="card-small">
            {clinic} · {formatLongDay(madeAt)}
          </p>
        </div>
      </section>
      <section className="kit-steps" aria-labelledby="how">
        <h2 id="how">{say('how')}</h2>
        <ol>
          {STEPS.map((step) => (
            <li key={step}>{say(`steps.${step}`)}</li>
          ))}
        </ol>
      </section>
      <section className="kit-steps" aria-labelledby="says">
        <h2 id="says">{say('says')}</h2>
        <p>{say('saysNote')}</p>
        <p className="mono">{address}</p>
      </section>
    </main>
  )
}
