import type { KitSheet } from '../../electron/ipc/paper.ts'
import { formatLongDay, shortAddress } from '../lib/format.ts'
import { Qr } from '../ui/Qr.tsx'
import { Sheet, Steps } from './Sheet.tsx'
import { sayOf } from './say.ts'

type Props = { readonly sheet: KitSheet; readonly shown: () => void }

const say = sayOf('kit')
const STEPS = ['open', 'scan', 'words', 'choose'] as const
/** A quarter of a SHA-256 in groups of four tells keys apart, and can be read aloud. */
const FINGERPRINT_GROUPS = /^0x(.{4})(.{4})(.{4})(.{4})/

/** A sheet of A4 in two halves, of which neither opens anything alone. */
export function Kit({ sheet, shown }: Props) {
  const { line, words, name, address, fingerprint, clinic, madeAt } = sheet
  const title = say('title', { name: name ?? shortAddress(address) })
  const facts = [
    { term: 'clinic', fact: clinic },
    { term: 'wallet', fact: address, mono: true },
    {
      term: 'fingerprint',
      fact: (FINGERPRINT_GROUPS.exec(fingerprint) ?? []).slice(1).join(' '),
      mono: true,
    },
    { term: 'made', fact: formatLongDay(madeAt) },
  ]
  return (
    <Sheet title={title} what={say('what')} shown={shown}>
      <section className="kit-half" aria-labelledby="code">
        <Qr text={line} label={say('qr')} size={300} />
        <div className="kit-side">
          <h2 id="code">{say('code')}</h2>
          <p>{say('codeNote')}</p>
          <dl className="kit-facts">
            {facts.map(({ term, fact, mono }) => (
              <div key={term}>
                <dt>{say(term)}</dt>
                <dd className={mono === true ? 'mono' : undefined}>{fact}</dd>
              </div>
            ))}
          </dl>
        </div>
      </section>
      <p className="kit-cut">{say('cut')}</p>
      <section className="kit-half" aria-labelledby="words">
        <div className="kit-words">
          <h2 id="words">{say('words')}</h2>
          <p>{say('wordsNote')}</p>
          <ol>
            {words.map((word, at) => (
              // The same word may stand there twice.
              // biome-ignore lint/suspicious/noArrayIndexKey: the order is the content
              <li key={at}>
                <span>{at + 1}</span> {word}
              </li>
            ))}
          </ol>
        </div>
      </section>
      <Steps title={say('how')} steps={STEPS.map((step) => say(`steps.${step}`))} />
      <footer className="kit-foot">
        <p>
          {say('keptCode')} <span className="kit-blank" />
        </p>
        <p>
          {say('keptWords')} <span className="kit-blank" />
        </p>
      </footer>
    </Sheet>
  )
}
