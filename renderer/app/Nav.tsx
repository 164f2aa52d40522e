import { ActionIcon, Tooltip } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useCall } from '../lib/calls.ts'
import { useRunCommand } from '../lib/commands.ts'
import { initialsOf } from '../lib/format.ts'
import { useMe } from '../lib/me.ts'
import { useNames } from '../lib/names.ts'
import { PersonPicture } from '../ui/PersonPicture.tsx'
import { Wordmark } from '../ui/Wordmark.tsx'
import css from './Nav.module.css'
import { type Place, placesFor } from './navigation.ts'

/** Where one can go, and who is here. */
export function Nav() {
  const { t } = useTranslation('common')
  const me = useMe()
  return (
    <nav className={css.root} aria-label={t('nav.label')} data-region tabIndex={-1}>
      <div className={css.brand}>
        <Wordmark />
      </div>
      <div className={css.places}>
        {placesFor(me.roles).map(({ label, places }) => (
          <div className={css.group} key={label ?? places[0]?.to}>
            {label !== null && <p className={css.label}>{t(`nav.${label as 'safety'}`)}</p>}
            <ul>
              {places.map((place) => (
                <li key={place.to}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <Person />
    </nav>
  )
}

function PlaceLink({ place: { to, label, icon: Shown, counts = false } }: { readonly place: Place }) {
  const { t } = useTranslation('common')
  const me = useMe()
  const { data: requests } = useCall('access.requests')
  const waiting = counts
    ? (requests ?? []).filter(
        (request) =>
          request.state === 'waiting' && (request.patient === me.address || me.roles.includes('doctor')),
      ).length
    : 0
  const name = t(`nav.${label as 'records'}`)
  return (
    <NavLink to={to} className={css.link ?? ''} title={name}>
      <Shown size={18} stroke={1.6} aria-hidden="true" />
      <span className={css.name}>{name}</span>
      {waiting > 0 && (
        <>
          <span className={css.count} aria-hidden="true">
            {waiting}
          </span>
          <span className="aural">{t('nav.waiting', { count: waiting })}</span>
        </>
      )}
    </NavLink>
  )
}

function Person() {
  const { t } = useTranslation('common')
  const me = useMe()
  const names = useNames()
  const run = useRunCommand()
  const name = names.me(me)
  return (
    <div className={css.person}>
      <PersonPicture picture={me.picture} initials={initialsOf(name)} size={32} />
      <div className={css.who} data-private>
        <span className={css.personName}>{name}</span>
        <span className="tiny dim">{names.roles(me)}</span>
      </div>
      <Tooltip label={t('lockNow')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('lockNow')} onClick={() => run('lock')}>
          <IconLock size={18} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
