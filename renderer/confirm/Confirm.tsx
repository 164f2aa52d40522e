import i18next from 'i18next'
import type { Facts, Question } from '../../electron/ipc/confirm.ts'
import { formatLongDay, inWords, NO_END, shortAddress } from '../lib/format.ts'
import { FingerprintWords } from '../ui/FingerprintWords.tsx'
import { Logo } from '../ui/Logo.tsx'
import { say } from './say.ts'
import { useSafeChoice } from './use-safe-choice.ts'

type Props = { readonly question: Question; readonly answer: (yes: boolean) => void }

/** What is about to happen, in a window that the main page can neither see nor touch. Focus starts on No. */
export function Confirm({ question, answer }: Props) {
  const { act, address, words = [], facts = {} } = question
  const until = Number(facts.until ?? 0)
  const fill = {
    name: question.name === '' ? shortAddress(address) : question.name,
    until: until > 0 && until < NO_END ? formatLongDay(until) : say('noEnd'),
    folder: foldersOf(facts)[0],
    what: inWords([...profileIn(facts), ...foldersOf(facts)], i18next.language),
    people: String(facts.people ?? ''),
    patient: String(facts.patient ?? ''),
    threshold: Number(facts.threshold ?? 0),
    records: quoted(facts),
    count: Number(facts.earlier ?? 0),
  }
  const kind = wordingOf(question)
  const listed = isListed(question) ? '_listed' : ''
  const title = say(`${act}.title${listed}`, fill)
  const no = useSafeChoice(title, () => answer(false))
  return (
    <main className="confirm">
      <p className="confirm-mark">
        <Logo size={20} /> {say('mark')}
      </p>
      <h1>{title}</h1>
      <p className="confirm-sentence">{say(`${act}.sentence${kind}`, fill)}</p>
      {act !== 'move' && (
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
      )}
      {words.length > 0 && (
        <section className="confirm-words" aria-labelledby="words">
          <h2 id="words">{say(`${act}.words`)}</h2>
          <FingerprintWords words={words} label={say('words')} />
        </section>
      )}
      <p className="confirm-note">{say(`${act}.note${act === 'forget' ? kind : ''}`, fill)}</p>
      <div className="confirm-buttons">
        <button type="button" ref={no} onClick={() => answer(false)}>
          {say('no')}
        </button>
        <button type="button" data-yes onClick={() => answer(true)}>
          {say(`${act}.yes${listed}`)}
        </button>
      </div>
    </main>
  )
}

/** The profile goes with everything that is given; where only some folders are meant, they say whether it is one. */
const profileIn = ({ profile, records }: Facts): string[] =>
  profile === false || records !== undefined ? [] : [say('profile')]

/** Single records by their titles. */
const quoted = ({ records }: Facts): string =>
  inWords(
    String(records ?? '')
      .split('\n')
      .map((title) => `“${title}”`),
    i18next.language,
  )

/** Whether single records are given, and not folders. */
const isListed = ({ act, facts = {} }: Question): boolean => act === 'give' && facts.records !== undefined

/** The folders of a question by their names, as main has found out what each is for. */
const foldersOf = ({ folders }: Facts): string[] =>
  String(folders ?? '')
    .split(',')
    .filter(Boolean)
    .map((code) =>
      i18next.t(code === 'general' ? 'common:folders.1' : `common:specialties.${code as '394579002'}`),
    )

/** Which wording of its act a question takes. */
function wordingOf(question: Question): string {
  const { act, facts = {} } = question
  if (isListed(question)) return facts.earlier === 0 ? '_listed' : '_listedBeside'
  if (act === 'give' && facts.mayAdd === true) return '_add'
  if (act === 'publish' && facts.replaces === true) return '_new'
  return act === 'forget' && facts.saved === true ? '_saved' : ''
}
