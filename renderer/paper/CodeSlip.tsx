import type { CodeSheet } from '../../electron/ipc/paper.ts'
import { formatLongDay } from '../lib/format.ts'
import { Qr } from '../ui/Qr.tsx'
import { Sheet, Steps } from './Sheet.tsx'
import { sayOf } from './say.ts'

type Props = { readonly sheet: CodeSheet; readonly shown: () => void }

const say = sayOf('slip')
const STEPS = ['install', 'connect', 'type', 'key'] as const
const DAY_SECONDS = 86_400

/** The sheet of A4 that somebody takes home who has no wallet yet. */
export function CodeSlip({ sheet, shown }: Props) {
  const { code, name, role, clinic, madeAt, days } = sheet
  const title = say('title', { clinic })
  const facts = [
    { term: 'for', fact: name ?? '–' },
    { term: 'as', fact: say(`roles.${role}`) },
    { term: 'made', fact: formatLongDay(madeAt) },
    { term: 'use', fact: formatLongDay(madeAt + days * DAY_SECONDS) },
  ]
  return (
    <Sheet title={title} what={say('what', { clinic })} shown={shown}>
      <section className="kit-half" aria-labelledby="code">
        <Qr text={code} label={say('qr')} size={220} />
        <div className="kit-side">
          <h2 id="code">{say('code')}</h2>
          <p className="slip-code">
            {code.split('-').map((group) => (
              <span key={group}>{group}</span>
            ))}
          </p>
          <dl className="kit-facts slip-facts">
            {facts.map(({ term, fact }) => (
              <div key={term}>
                <dt>{say(term)}</dt>
                <dd>{fact}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <Steps title={say('how')} steps={STEPS.map((step) => say(`steps.${step}`))} />
      <section className="kit-steps" aria-labelledby="care">
        <h2 id="care">{say('care')}</h2>
        <p>{say('careNote', { clinic })}</p>
      </section>
    </Sheet>
  )
}
