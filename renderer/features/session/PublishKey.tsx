import { Button } from '@mantine/core'
import { IconDeviceLaptop, IconEyeOff, IconFolderCheck, IconSignature, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PublicKeyCard } from '../../../electron/main/domain/person.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FactList } from '../../ui/FactList.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { FingerprintWords } from '../../ui/FingerprintWords.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Qr } from '../../ui/Qr.tsx'
import css from './Onboarding.module.css'

type Props = {
  readonly card: PublicKeyCard
  /** Whether it takes the place of a key that is lost, or that somebody knows who acted before. */
  readonly replaces: false | 'lost' | 'known'
}

/** Shows the new key as people compare it, and publishes it with the person's own wallet. */
export function PublishKey({ card, replaces }: Props) {
  const { t } = useTranslation('screens')
  const publish = useAct('session.publishKey')
  const { data: visit } = useCall('visit.state')
  const words = useFailureWords()
  return (
    <Panel label={t('onboarding.needs-publish.title')}>
      <div className={css.form}>
        <div className={css.split}>
          <Qr text={card.fingerprint} label={t('key.qr')} size={148} />
          <div className={css.column}>
            <h2>{t('key.words')}</h2>
            <FingerprintWords words={card.words} label={t('key.words')} />
            <p className="tiny dim">{t('key.bits', { bits: card.bits })}</p>
          </div>
        </div>
        <FactList
          facts={[
            { icon: IconWorld, text: t('onboarding.needs-publish.public') },
            {
              icon: IconEyeOff,
              text: t(`onboarding.needs-publish.${visit == null ? 'private' : 'privateVisit'}`),
            },
            replaces === 'lost'
              ? { icon: IconFolderCheck, text: t('onboarding.needs-publish.back') }
              : { icon: IconDeviceLaptop, text: t('onboarding.needs-publish.device') },
          ]}
        />
        {publish.error !== null && <FailureLine words={words(publish.error)} />}
        <Button
          onClick={() => publish.mutate(undefined)}
          loading={publish.isPending}
          leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('onboarding.needs-publish.publish')}
        </Button>
      </div>
    </Panel>
  )
}
