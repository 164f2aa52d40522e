import { type ReactNode, useEffect } from 'react'
import { Wordmark } from '../ui/Wordmark.tsx'

type Props = {
  readonly title: string
  /** In one sentence, what it is. */
  readonly what: string
  /** Told once it stands there as it is to be printed. */
  readonly shown: () => void
  readonly children: ReactNode
}

/** A sheet of A4 that somebody takes home. */
export function Sheet({ title, what, shown, children }: Props) {
  useEffect(() => {
    document.title = title
    shown()
  }, [title, shown])
  return (
    <main className="kit">
      <header className="kit-head">
        <Wordmark />
        <h1>{title}</h1>
        <p>{what}</p>
      </header>
      {children}
    </main>
  )
}

type StepsProps = { readonly title: string; readonly steps: readonly string[] }

/** What to do, one after the other. */
export function Steps({ title, steps }: StepsProps) {
  return (
    <section className="kit-steps" aria-labelledby="how">
      <h2 id="how">{title}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
