import i18next from 'i18next'
import { useEffect, useRef } from 'react'
import type { Question } from '../../electron/ipc/confirm.ts'
import { formatLongDay, NO_END, shortAddress } from '../lib/format.ts'
import { FingerprintWords } from '../ui/FingerprintWords.tsx'
import { Logo } from '../ui/Logo.tsx'

type Props = { readonly question: Question; readonly answer: (yes: boolean) => void }

/** What is about to happen, in a window that the main page can neither see nor touch. Focus starts on No. */
export function Confirm({ question, answer }: Props) {
  const no = useRef<HTMLButtonElement>(null)
  const say = (key: string, fill: Record<string, unknown> = {}): string =>
    String(i18next.t(`confirm:${key}` as never, fill as never))
  const { act, address, words, facts } = question
  const until = Number(facts.until ?? 0)
  const fill = {
    name: question.name === '' ? shortAddress(address) : question.name,
    until: until > 0 && until < NO_END ? formatLongDay(until) : say('noEnd'),
  }
  const title = say(`${act}.title`, fill)
  useEffect(() => {
    document.title = `${title} · Medical-Chain`
    no.current?.focus()
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') answer(false)
    }
    window.addEventListener('keydown', close)
    return () => window.removeEventListener('keydown', close)
  }, [title, answer])
  return (
    <main className="confirm">
      <p className="confirm-mark">
        <Logo size={20} /> {say('mark')}
      </p>
      <h1>{title}</h1>
      <p className="confirm-sentence">
        {say(`${act}.sentence${act === 'give' && facts.mayAdd === true ? '_add' : ''}`, fill)}
      </p>
      <dl className="confirm-facts">
        <div>
          <dt>{say('name')}</dt>
          <dd>{fill.name}</dd>
        </div>
        <div>
          <dt>{say('address')}</dt>
          <dd className="mono" title={address}>
            {shortAddress(address)}
          </dd>
        </div>
      </dl>
      {words.length > 0 && (
        <section className="confirm-words" aria-labelledby="words">
          <h2 id="words">{say(`${act}.words`)}</h2>
          <FingerprintWords words={words} label={say('words')} />
        </section>
      )}
      <p className="confirm-note">{say(`${act}.note`, fill)}</p>
      <div className="confirm-buttons">
        <button type="button" ref={no} onClick={() => answer(false)}>
          {say('no')}
        </button>
        <button type="button" data-yes onClick={() => answer(true)}>
          {say(`${act}.yes`)}
        </button>
      </div>
    </main>
  )
}
