import { FileButton } from '@mantine/core'
import { IconCamera } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import { usePictureUrl } from '../../ui/PersonPicture.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Register.module.css'
import { resizePicture } from './resize-picture.ts'

type Props = {
  readonly value: Uint8Array | null
  readonly onChange: (picture: Uint8Array | null) => void
}

/** A face, cut square and drawn afresh so that nothing hides in it. */
export function PictureField({ value, onChange }: Props) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const [refused, setRefused] = useState(false)
  const url = usePictureUrl(value)
  const take = async (file: File | null): Promise<void> => {
    if (file === null) return
    try {
      onChange(await resizePicture(file))
      setRefused(false)
    } catch {
      setRefused(true)
    }
  }
  return (
    <div className={css.picture}>
      <span className={css.frame}>
        {url === null ? (
          <IconCamera size={26} stroke={1.3} aria-hidden="true" />
        ) : (
          <img src={url} alt={t('register.pictureAlt')} />
        )}
      </span>
      <FileButton accept="image/png,image/jpeg" onChange={(file) => void take(file)}>
        {(props) => (
          <TextButton {...props}>
            {t(url === null ? 'register.picture' : 'register.changePicture')}
          </TextButton>
        )}
      </FileButton>
      {refused && (
        <p className={css.refused} role="alert">
          {words({ code: 'E_PICTURE', detail: {} }).title}
        </p>
      )}
    </div>
  )
}
