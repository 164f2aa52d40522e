import { IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyText } from '../../ui/CopyText.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './PairingCode.module.css'
import { useSecondsLeft } from './use-seconds-left.ts'

type Props = {
  /** Null while the relay is asked for one. */
  readonly code: { readonly link: string; readonly expiresAt: number } | null
  readonly onRenew: () => void
  readonly onCancel: () => void
}

/** The code that a phone scans: good for five minutes, renewed and taken back at will. */
export function PairingCode({ code, onRenew, onCancel }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const left = useSecondsLeft(code?.expiresAt ?? 0)
  const over = code !== null && left === 0
  return (
    <div className={css.root}>
      {code === null || over ? (
        <div className={css.empty} role="status">
          {over ? (
            t('phones.over')
          ) : (
            <>
              <IconLoader2 size={18} stroke={1.7} aria-hidden="true" className={css.turning} />
              {t('phones.asking')}
            </>
          )}
        </div>
      ) : (
        <Qr text={code.link} label={t('phones.qr')} size={196} />
      )}
      <div className={css.words}>
        <ol className={css.steps}>
          {(['open', 'scan', 'approve'] as const).map((step) => (
            <li key={step}>{t(`phones.steps.${step}`)}</li>
          ))}
        </ol>
        <p className="tiny dim">{t('phones.goodFor')}</p>
        <p className={css.left}>
          <span className={css.clock} role="timer">
            {clockOf(left)}
          </span>
          <TextButton onClick={onRenew} disabled={code === null}>
            {t('phones.renew')}
          </TextButton>
        </p>
        <p className="tiny dim">{t('phones.gives')}</p>
        <p className={css.links}>
          {code !== null && !over && (
            <CopyText text={code.link} label={t('phones.copy')} done={t('common:copied')} />
          )}
          <TextButton onClick={onCancel}>{t('phones.cancel')}</TextButton>
        </p>
      </div>
    </div>
  )
}

const clockOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
