import css from './FingerprintWords.module.css'

type Props = { readonly words: readonly string[]; readonly label: string }

/** A key's fingerprint as words that two people can read to each other. */
export function FingerprintWords({ words, label }: Props) {
  return (
    <ol className={css.root} aria-label={label}>
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice, its place is what counts
        <li key={index}>
          <span aria-hidden="true">{index + 1}</span>
          {word}
        </li>
      ))}
    </ol>
  )
}
