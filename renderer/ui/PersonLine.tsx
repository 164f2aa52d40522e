import type { ReactNode } from 'react'
import css from './PersonLine.module.css'
import { PersonPicture } from './PersonPicture.tsx'

type Props = {
  readonly picture: Uint8Array | null
  readonly initials: string
  readonly name: ReactNode
  readonly note?: ReactNode
  readonly past?: boolean
  readonly size?: number
}

/** A person in a row: picture, name, and what they are. */
export function PersonLine({ picture, initials, name, note, past = false, size = 30 }: Props) {
  return (
    <span className={css.root} data-past={past || undefined}>
      <PersonPicture picture={picture} initials={initials} size={size} />
      <span className={css.words} data-private>
        <span className={css.name}>{name}</span>
        {note !== undefined && <span className={css.note}>{note}</span>}
      </span>
    </span>
  )
}
