import { UnstyledButton } from '@mantine/core'
import { IconEyeOff, IconHourglassEmpty, IconSearch } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { waitingOf } from '../features/jobs/waiting.ts'
import { NetworkDot } from '../features/network/NetworkDot.tsx'
import { useCall } from '../lib/calls.ts'
import { isMac, keysOf, useRunCommand } from '../lib/commands.ts'
import { usePlaceNow } from '../lib/place.ts'
import css from './TopBar.module.css'

/** Where one is, the search, what is waiting, and whether the network answers. */
export function TopBar() {
  const { t } = useTranslation('common')
  const run = useRunCommand()
  const { data: jobs } = useCall('jobs.list')
  const { data: settings } = useCall('settings.read')
  const waiting = waitingOf(jobs ?? []).length
  return (
    <header className={css.root} data-region tabIndex={-1}>
      <Place />
      <UnstyledButton className={css.search ?? ''} onClick={() => run('palette')} aria-haspopup="dialog">
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className={css.searchWords}>{t('search')}</span>
        <span className={css.keys} aria-hidden="true">
          {keysOf('CmdOrCtrl+K', isMac())}
        </span>
      </UnstyledButton>
      {settings?.discreet === true && (
        <UnstyledButton
          className={css.waiting ?? ''}
          onClick={() => run('discreet')}
          title={t('discreetOff')}
        >
          <IconEyeOff size={16} stroke={1.6} aria-hidden="true" />
          {t('discreet')}
        </UnstyledButton>
      )}
      <UnstyledButton
        className={css.waiting ?? ''}
        data-some={waiting > 0 || undefined}
        onClick={() => run('waiting')}
        aria-haspopup="dialog"
      >
        <IconHourglassEmpty size={16} stroke={1.6} aria-hidden="true" />
        {waiting === 0 ? t('nothingWaiting') : t('waiting', { count: waiting })}
      </UnstyledButton>
      <NetworkDot />
    </header>
  )
}

function Place() {
  const { t } = useTranslation('common')
  const crumbs = usePlaceNow()
  return (
    <nav className={css.place} aria-label={t('place')}>
      {crumbs.map(({ label, to }, index) => (
        <Fragment key={label}>
          {index > 0 && <span aria-hidden="true">/</span>}
          {to === undefined ? (
            <span
              aria-current="page"
              className={index > 0 ? css.here : undefined}
              data-private={index > 0 || undefined}
            >
              {label}
            </span>
          ) : (
            <Link to={to} data-private={index > 0 || undefined}>
              {label}
            </Link>
          )}
        </Fragment>
      ))}
    </nav>
  )
}
