import { IconCircleCheck, IconDeviceMobile, IconScan, IconSignature } from '@tabler/icons-react'
import type { Shown } from '../../electron/ipc/person.ts'
import type { SessionMark as Mark } from '../../electron/main/domain/desk.ts'
import { Qr } from '../ui/Qr.tsx'
import { SessionMark } from '../ui/SessionMark.tsx'
import { CheckMe } from './CheckMe.tsx'
import { say } from './say.ts'

type Props = { readonly shown: Shown; readonly answer: (right: boolean) => void }

/** One step of the person's way, with no more on it than they need for it. */
export function Step({ shown, answer }: Props) {
  switch (shown.step) {
    case 'scan':
      return <Scan link={shown.link} />
    case 'sign':
      return (
        <section className="person-step">
          <p className="person-count">{say('count', { step: 2, of: 2 })}</p>
          <h1>{say('sign.title')}</h1>
          <Marked mark={shown.mark} />
          <p>{say('sign.note')}</p>
        </section>
      )
    case 'proven':
      return (
        <section className="person-step">
          <IconCircleCheck className="person-done" size={72} stroke={1.4} aria-hidden="true" />
          <h1>{say('proven.title')}</h1>
          <Marked mark={shown.mark} />
          <p>{say('proven.note')}</p>
        </section>
      )
    case 'check':
      return <CheckMe {...shown} answer={answer} />
    case 'stopped':
      return (
        <section className="person-step">
          <h1>{say(`stopped.${shown.reason}.title`)}</h1>
          <p>{say(`stopped.${shown.reason}.note`)}</p>
        </section>
      )
    default:
      return (
        <section className="person-step">
          {shown.step === 'registered' && (
            <IconCircleCheck className="person-done" size={72} stroke={1.4} aria-hidden="true" />
          )}
          <h1>{say(`${shown.step}.title`)}</h1>
          <p>{say(`${shown.step}.note`)}</p>
        </section>
      )
  }
}

const PICTURES = { open: IconDeviceMobile, scan: IconScan, approve: IconSignature } as const

/** The code, and three pictures of what to do with it. */
function Scan({ link }: { readonly link: string }) {
  return (
    <section className="person-scan">
      <Qr text={link} label={say('scan.qr')} size={380} />
      <div>
        <p className="person-count">{say('count', { step: 1, of: 2 })}</p>
        <h1>{say('scan.title')}</h1>
        <ol className="person-steps">
          {(['open', 'scan', 'approve'] as const).map((step) => {
            const Picture = PICTURES[step]
            return (
              <li key={step}>
                <Picture size={44} stroke={1.4} aria-hidden="true" />
                {say(`scan.steps.${step}`)}
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}

const Marked = ({ mark: { words, colour } }: { readonly mark: Mark }) => (
  <SessionMark words={words} colour={colour} colourName={say(`colours.${colour}`)} large />
)
