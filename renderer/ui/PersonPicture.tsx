import { useEffect, useState } from 'react'
import css from './PersonPicture.module.css'

type Props = {
  readonly picture: Uint8Array | null
  readonly initials: string
  readonly size?: number
}

/** A round picture, or two letters. Decorative: the name always stands beside it. */
export function PersonPicture({ picture, initials, size = 30 }: Props) {
  const url = usePictureUrl(picture)
  return (
    <span
      className={css.root}
      style={{ width: size, height: size, fontSize: Math.max(11, size * 0.36) }}
      aria-hidden="true"
      data-private
    >
      {url === null ? initials : <img src={url} alt="" width={size} height={size} />}
    </span>
  )
}

/** A blob address for a picture's bytes, given back when it is no longer shown. */
export function usePictureUrl(picture: Uint8Array | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (picture === null) return setUrl(null)
    const made = URL.createObjectURL(new Blob([Uint8Array.from(picture)], { type: 'image/jpeg' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [picture])
  return url
}
