import { say } from './say.ts'

type Props = {
  readonly all: readonly string[]
  readonly chosen: string
  readonly onChoose: (language: string) => void
}

/** Each language by its own name. */
export function Languages({ all, chosen, onChoose }: Props) {
  return (
    <fieldset className="person-languages">
      <legend>{say('language')}</legend>
      {all.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          {new Intl.DisplayNames([language], { type: 'language' }).of(language)}
        </button>
      ))}
    </fieldset>
  )
}
