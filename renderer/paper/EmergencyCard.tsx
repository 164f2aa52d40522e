import type { CardSheet } from '../../electron/ipc/paper.ts'
import { formatLongDay, shortAddress } from '../lib/format.ts'
import { Qr } from '../ui/Qr.tsx'
import { Sheet, Steps } from './Sheet.tsx'
import { sayOf } from './say.ts'

type Props = { readonly sheet: CardSheet; readonly shown: () => void }

const say = sayOf('card')
const STEPS = ['open', 'scan', 'ask', 'wait'] as const

/** A sheet of A4 with a card to cut out, as large as a bank card. */
export function EmergencyCard({ sheet, shown }: Props) {
  const { name, address, clinic, madeAt } = sheet
  const title = say('title')
  return (
    <Sheet title={title} what={say('what')} shown={shown}>
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
      <Steps title={say('how')} steps={STEPS.map((step) => say(`steps.${step}`))} />
      <section className="kit-steps" aria-labelledby="says">
        <h2 id="says">{say('says')}</h2>
        <p>{say('saysNote')}</p>
        <p className="mono">{address}</p>
      </section>
    </Sheet>
  )
}
