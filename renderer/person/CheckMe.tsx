import i18next from 'i18next'
import { useEffect, useState } from 'react'
import type { Shown } from '../../electron/ipc/person.ts'
import { say } from './say.ts'

type Props = Extract<Shown, { step: 'check' }> & { readonly answer: (right: boolean) => void }

/** English days are written as the rest of the app writes them. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

/** The person's own particulars, as the desk has written them down: is this them? */
export function CheckMe({ name, birthDate, picture, answer }: Props) {
  const [answered, setAnswered] = useState<boolean | null>(null)
  const reply = (right: boolean): void => {
    setAnswered(right)
    answer(right)
  }
  const born = new Intl.DateTimeFormat(localeOf(i18next.language), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <section className="person-step">
      <h1>{say('check.title')}</h1>
      <div className="person-card">
        <Face picture={picture} />
        <dl>
          <dt>{say('check.name')}</dt>
          <dd className="person-name" dir="auto">
            {name}
          </dd>
          <dt>{say('check.born')}</dt>
          <dd>{born.format(new Date(`${birthDate}T00:00:00Z`))}</dd>
        </dl>
      </div>
      {answered === null ? (
        <p className="person-answers">
          <button type="button" onClick={() => reply(false)}>
            {say('check.wrong')}
          </button>
          <button type="button" data-yes onClick={() => reply(true)}>
            {say('check.right')}
          </button>
        </p>
      ) : (
        <p role="status">{say(answered ? 'check.thanks' : 'check.tell')}</p>
      )}
    </section>
  )
}

function Face({ picture }: { readonly picture: Uint8Array | null }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (picture === null) return setUrl(null)
    const made = URL.createObjectURL(new Blob([Uint8Array.from(picture)], { type: 'image/jpeg' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return url === null ? null : <img className="person-face" src={url} alt={say('check.picture')} />
}
