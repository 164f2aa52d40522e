import i18next from 'i18next'
import { useEffect, useState } from 'react'
import type { Shown } from '../../electron/ipc/person.ts'
import { Logo } from '../ui/Logo.tsx'
import { Languages } from './Languages.tsx'
import { Step } from './Step.tsx'
import { say } from './say.ts'

type Props = {
  readonly ask: () => Promise<Shown>
  readonly changed: (listener: (shown: Shown) => void) => void
  readonly answer: (right: boolean) => void
  readonly languages: readonly string[]
}

/** What the desk shows to the person in front of it, in large words and their own language. */
export function Person({ ask, changed, answer, languages }: Props) {
  const [shown, setShown] = useState<Shown>({ step: 'wait' })
  const [language, setLanguage] = useState(i18next.language)
  useEffect(() => {
    // Heard first and asked afterwards: what changes in between is not missed.
    changed(setShown)
    void ask().then(setShown)
  }, [ask, changed])
  const choose = async (next: string): Promise<void> => {
    await i18next.changeLanguage(next)
    document.documentElement.lang = next
    setLanguage(next)
  }
  return (
    <div className="person">
      <header className="person-head">
        <span className="person-mark">
          <Logo size={28} /> Medical-Chain
        </span>
        {languages.length > 1 && (
          <Languages all={languages} chosen={language} onChoose={(next) => void choose(next)} />
        )}
      </header>
      <main className="person-main" aria-live="polite">
        <Step key={keyOf(shown)} shown={shown} answer={answer} />
      </main>
      <footer className="person-foot">{say('gives')}</footer>
    </div>
  )
}

/** Particulars that were corrected are a new question. */
const keyOf = (shown: Shown): string =>
  shown.step === 'check' ? `check ${shown.name} ${shown.birthDate} ${shown.picture?.length ?? 0}` : shown.step
