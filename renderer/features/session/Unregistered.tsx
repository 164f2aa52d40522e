import { Button, SegmentedControl } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../lib/calls.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { ClaimCode } from './ClaimCode.tsx'
import css from './Onboarding.module.css'

const WAYS = ['desk', 'code'] as const

/** Somebody whom no clinic has registered: their address, to be shown at the front desk, or the code they got there. */
export function Unregistered({ address }: { readonly address: string }) {
  const { t } = useTranslation('screens')
  const [way, setWay] = useState<(typeof WAYS)[number]>('desk')
  return (
    <Panel label={t('onboarding.unregistered.title')}>
      <div className={css.form}>
        <SegmentedControl
          aria-label={t('onboarding.unregistered.ways')}
          value={way}
          onChange={setWay}
          data={WAYS.map((value) => ({ value, label: t(`onboarding.unregistered.${value}`) }))}
        />
        {way === 'desk' ? <ShowAddress address={address} /> : <ClaimCode />}
      </div>
    </Panel>
  )
}

function ShowAddress({ address }: { readonly address: string }) {
  const { t } = useTranslation(['screens', 'common'])
  const again = useAct('session.signIn')
  return (
    <div className={css.split}>
      <Qr text={address} label={t('onboarding.unregistered.qr')} />
      <div className={css.column}>
        <h2>{t('onboarding.unregistered.address')}</h2>
        <p className={css.address}>{address}</p>
        <CopyText text={address} label={t('onboarding.unregistered.copy')} done={t('common:copied')} />
        <p className="small soft">{t('onboarding.unregistered.then')}</p>
        <Button
          onClick={() => again.mutate(undefined)}
          loading={again.isPending}
          leftSection={<IconRefresh size={17} stroke={1.7} aria-hidden="true" />}
        >
          {t('onboarding.unregistered.again')}
        </Button>
      </div>
    </div>
  )
}
