import css from './SessionMark.module.css'

type Props = {
  readonly words: readonly string[]
  readonly colour: string
  /** The colour's name: nobody has to see it. */
  readonly colourName: string
  readonly large?: boolean
}

/** The words and the colour that two screens and a phone show of one session. */
export function SessionMark({ words, colour, colourName, large = false }: Props) {
  return (
    <p className={css.root} data-colour={colour} data-large={large || undefined}>
      <span className={css.colour}>{colourName}</span>
      {words.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place is what counts
        <strong key={place}>{word}</strong>
      ))}
    </p>
  )
}
