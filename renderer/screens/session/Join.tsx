import { Button } from '@mantine/core'
import { IconFileSymlink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ClinicCard } from '../../features/clinic/ClinicCard.tsx'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Logo } from '../../ui/Logo.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Locked.module.css'

/** The first page of a fresh computer: whose network it shall be part of. */
export function Join() {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('join.title'))
  const wordsOf = useFailureWords()
  const { data: about } = useCall('app.about')
  const choose = useAct('clinic.choose')
  const use = useAct('clinic.use')
  const failure = use.error ?? choose.error
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
          <p className="soft">{t('join.note')}</p>
          {choose.data === undefined ? (
            <Button
              leftSection={<IconFileSymlink size={17} stroke={1.7} aria-hidden="true" />}
              loading={choose.isPending}
              onClick={() => choose.mutate(undefined)}
            >
              {t('join.choose')}
            </Button>
          ) : (
            <>
              <ClinicCard offer={choose.data} />
              <Button
                disabled={!choose.data.usable}
                loading={use.isPending}
                onClick={() => use.mutate(undefined)}
              >
                {t('join.use', { name: choose.data.name })}
              </Button>
              <div className={css.links}>
                <TextButton onClick={() => choose.mutate(undefined)}>{t('join.other')}</TextButton>
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
