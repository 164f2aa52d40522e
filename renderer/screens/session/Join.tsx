import { Button } from '@mantine/core'
import { IconFileSymlink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClinicOffer } from '../../../electron/main/domain/clinic-file.ts'
import { ClinicCard } from '../../features/clinic/ClinicCard.tsx'
import { JoinByAddress } from '../../features/clinic/JoinByAddress.tsx'
import { JoinByCode } from '../../features/clinic/JoinByCode.tsx'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Locked.module.css'

const WAYS = ['file', 'code', 'address'] as const

/** The first page of a fresh computer: whose network it shall be part of. */
export function Join() {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('join.title'))
  const wordsOf = useFailureWords()
  const { data: about } = useCall('app.about')
  const [way, setWay] = useState<(typeof WAYS)[number]>('file')
  const [offer, setOffer] = useState<ClinicOffer | null>(null)
  const choose = useAct('clinic.choose')
  const use = useAct('clinic.use')
  const failure = offer === null ? (way === 'file' ? choose.error : null) : use.error
  return (
    <div className={css.root}>
      <main className={css.main}>
        <div className={css.box} data-wide>
          <div className={css.head}>
            <Logo size={36} />
            <h1 ref={heading} tabIndex={-1}>
              {t('join.title')}
            </h1>
          </div>
          {offer !== null ? (
            <>
              <ClinicCard offer={offer} />
              <Button disabled={!offer.usable} loading={use.isPending} onClick={() => use.mutate(undefined)}>
                {t('join.use', { name: offer.name })}
              </Button>
              <div className={css.links}>
                <TextButton onClick={() => setOffer(null)}>{t('join.other')}</TextButton>
              </div>
            </>
          ) : (
            <>
              <p className="soft">{t(way === 'address' ? 'join.address.note' : 'join.note')}</p>
              {way === 'file' && (
                <Button
                  leftSection={<IconFileSymlink size={17} stroke={1.7} aria-hidden="true" />}
                  loading={choose.isPending}
                  onClick={() => choose.mutate(undefined, { onSuccess: setOffer })}
                >
                  {t('join.choose')}
                </Button>
              )}
              {way === 'code' && <JoinByCode onOffer={setOffer} />}
              {way === 'address' && <JoinByAddress onOffer={setOffer} />}
              <div className={css.links}>
                {WAYS.filter((each) => each !== way).map((each) => (
                  <TextButton key={each} onClick={() => setWay(each)}>
                    {t(`join.by.${each}`)}
                  </TextButton>
                ))}
              </div>
            </>
          )}
          {failure !== null && failure.code !== 'E_CANCELLED' && <FailureLine words={wordsOf(failure)} />}
        </div>
      </main>
      <footer className={css.foot}>
        <span>{about && t('connect.version', { version: about.version })}</span>
      </footer>
    </div>
  )
}
