import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '../../lib/failure-words.ts'
import type { Phone } from '../../lib/wallets.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SessionMark } from '../../ui/SessionMark.tsx'
import { Status } from '../../ui/Status.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { PairingCode } from './PairingCode.tsx'
import css from './ScanPerson.module.css'
import type { PersonPhone } from './use-person-phone.ts'

type Props = {
  readonly now: PersonPhone
  readonly onRenew: () => void
  readonly onStop: () => void
  readonly onSwitch: (phone: Phone) => void
}

/** Where a person's phone stands on its way to a proven address. */
export function ScanPerson({ now, onRenew, onStop, onSwitch }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const words = useFailureWords()
  switch (now.stage) {
    case 'idle':
      return now.failure === null ? null : (
        <FailureLine
          words={words(now.failure)}
          action={<TextButton onClick={onRenew}>{t('scan.again')}</TextButton>}
        />
      )
    case 'registered':
      return (
        <Notice tone="warn" live action={<TextButton onClick={onRenew}>{t('scan.again')}</TextButton>}>
          <strong>{t('scan.registered', { role: t(`common:roles.${now.role}`).toLowerCase() })}</strong>{' '}
          {t('scan.registeredNote')}
        </Notice>
      )
    case 'asking':
    case 'waiting':
      return (
        <section className={css.root} aria-label={t('scan.title')}>
          <p role="status">
            <Status tone="wait">{t('scan.waiting')}</Status>
          </p>
          <p className="small soft">{t('scan.note')}</p>
          <PairingCode
            code={now.stage === 'waiting' ? now.pairing : null}
            onRenew={onRenew}
            onCancel={onStop}
          />
        </section>
      )
    case 'other-chain':
      return (
        <section className={css.root} aria-label={t('scan.title')}>
          <Status tone="warn">{t('phones.otherChain', { chain: now.phone.chainId })}</Status>
          {now.failure !== null && <FailureLine words={words(now.failure)} />}
          <p className={css.actions}>
            <Button size="compact-sm" h={30} px={14} variant="default" onClick={() => onSwitch(now.phone)}>
              {t('scan.switch')}
            </Button>
            <TextButton onClick={onStop}>{t('phones.cancel')}</TextButton>
          </p>
        </section>
      )
    default:
      return <Marked now={now} onStop={onStop} />
  }
}

type MarkedProps = Pick<Props, 'onStop'> & {
  readonly now: Extract<PersonPhone, { stage: 'signing' | 'proven' }>
}

/** Both prompts are out, or answered: what this screen, the other one and the phone show of it. */
function Marked({ now: { stage, phone, mark }, onStop }: MarkedProps) {
  const { t } = useTranslation('screens')
  const signing = stage === 'signing'
  return (
    <section className={css.root} aria-label={t('scan.title')}>
      <p className={css.line} role="status">
        <Status tone={signing ? 'wait' : 'ok'}>{t(signing ? 'scan.signing' : 'scan.done')}</Status>
        <bdi className="small dim">{phone.name}</bdi>
      </p>
      <SessionMark words={mark.words} colour={mark.colour} colourName={t(`scan.colours.${mark.colour}`)} />
      {signing && (
        <>
          <p className="small soft">{t('scan.same')}</p>
          <p className={css.actions}>
            <TextButton onClick={onStop}>{t('phones.cancel')}</TextButton>
          </p>
        </>
      )}
    </section>
  )
}
