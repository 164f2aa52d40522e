import { Button } from '@mantine/core'
import { IconFileSymlink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClinicOffer } from '../../../electron/main/domain/clinic-file.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Clinic.module.css'
import { ClinicCard } from './ClinicCard.tsx'
import { JoinByAddress } from './JoinByAddress.tsx'
import { JoinByCode } from './JoinByCode.tsx'

const WAYS = ['file', 'code', 'address'] as const

/** Whose network this computer shall be part of: by file, by code or by address, tried before it is used. */
export function ChooseClinic() {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const [way, setWay] = useState<(typeof WAYS)[number]>('file')
  const [offer, setOffer] = useState<ClinicOffer | null>(null)
  const choose = useAct('clinic.choose')
  const use = useAct('clinic.use')
  const failure = offer === null ? (way === 'file' ? choose.error : null) : use.error
  return (
    <>
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
    </>
  )
}
