import { Button } from '@mantine/core'
import { IconFolder, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { Destination, Folder } from '../../../electron/main/domain/folder.ts'
import type { GrantView } from '../../../electron/main/domain/right.ts'
import { keyOf, useFolders } from '../../lib/folders.ts'
import { daysUntil, formatDay, formatRecent, initialsOf, NO_END } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Knot, type KnotKind } from '../../ui/Knot.tsx'
import { PersonLine } from '../../ui/PersonLine.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './AccessMatrix.module.css'

type Props = { readonly patient: Address; readonly grants: readonly GrantView[] }

const SOON_DAYS = 14

/** Doctors and folders: a knot is a permission that was signed, with its last day. */
export function AccessMatrix({ patient, grants }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const { open } = useFolders(patient)
  return (
    <>
      <div className={css.sheet}>
        <table className={css.table} aria-label={t('access.matrix')}>
          <thead>
            <tr>
              <th scope="col">{t('access.doctor')}</th>
              <th scope="col" className={css.folder}>
                <IconUser size={17} stroke={1.6} aria-hidden="true" />
                {t('common:folders.0')}
              </th>
              {open.map(({ to, label }) => (
                <th scope="col" className={css.folder} key={keyOf(to)}>
                  <IconFolder size={17} stroke={1.6} aria-hidden="true" />
                  {label}
                </th>
              ))}
              <th scope="col">{t('access.looked')}</th>
              <th scope="col">
                <span className="aural">{t('access.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {grants.map((grant) => (
              <GrantRow key={grant.reader} grant={grant} folders={open.map(({ to }) => to)} />
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
    </>
  )
}

type RowProps = { readonly grant: GrantView; readonly folders: readonly Destination[] }

function GrantRow({ grant, folders }: RowProps) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const name = names.person({ ...grant, address: grant.reader })
  const past = grant.state !== 'open'
  const left = daysUntil(grant.until)
  return (
    <tr data-past={past || undefined}>
      <th scope="row">
        <PersonLine
          picture={grant.picture}
          initials={initialsOf(grant.name ?? '?')}
          name={name}
          note={[names.standing(grant), grant.mayAdd && !past ? t('access.adds') : '']
            .filter(Boolean)
            .join(' · ')}
          past={past}
        />
      </th>
      <td className={css.cell}>{grant.records === null ? <GrantCell grant={grant} /> : <NoCell />}</td>
      {folders.map((to) => (
        <td className={css.cell} key={keyOf(to)}>
          {'folder' in to && grant.folders.includes(to.folder) ? (
            <GrantCell grant={grant} folder={to.folder} />
          ) : (
            <NoCell />
          )}
        </td>
      ))}
      <td>
        <span className="small">
          {grant.lastViewedAt === null
            ? t('access.never')
            : formatRecent(grant.lastViewedAt, t('common:today'))}
        </span>
        <br />
        {!past && left <= SOON_DAYS && grant.until < NO_END ? (
          <Status tone="warn">{t('access.endsIn', { count: left })}</Status>
        ) : (
          <span className="tiny dim">{t('access.viewed', { count: grant.viewedRecords })}</span>
        )}
      </td>
      <td className={css.act}>
        <Button
          component={Link}
          to={past ? `/access/give/${grant.reader}` : `/access/remove/${grant.reader}`}
          variant="subtle"
          size="compact-sm"
          h={30}
          aria-label={t(past ? 'access.againTo' : 'access.removeFrom', { name })}
        >
          {t(past ? 'access.again' : 'access.remove')}
        </Button>
      </td>
    </tr>
  )
}

function NoCell() {
  const { t } = useTranslation('screens')
  return (
    <span className="dim">
      <span aria-hidden="true">–</span>
      <span className="aural">{t('access.none')}</span>
    </span>
  )
}

type CellProps = { readonly grant: GrantView; readonly folder?: Folder }

/** What somebody has of a folder. Where it is single records, how many; the profile is none. */
function GrantCell({ grant, folder }: CellProps) {
  const { t } = useTranslation(['screens', 'common'])
  const listed = grant.records?.filter((record) => record.folder === folder).length
  const given = listed === undefined ? 'filled' : 'part'
  const kind: KnotKind = grant.state === 'open' ? given : grant.state === 'suspended' ? 'hollow' : 'ended'
  const word =
    grant.state === 'open'
      ? grant.until >= NO_END
        ? t('access.noEnd')
        : formatDay(grant.until)
      : t(`access.state.${grant.state}`)
  return (
    <span
      className={css.knot}
      data-soon={(grant.state === 'open' && daysUntil(grant.until) <= SOON_DAYS) || undefined}
    >
      <Knot kind={kind} />
      {listed !== undefined && grant.state === 'open' && (
        <span>{t('access.listedCount', { count: listed })}</span>
      )}
      <span>{word}</span>
    </span>
  )
}

function Legend() {
  const { t } = useTranslation(['screens', 'common'])
  return (
    <ul className={css.legend} aria-label={t('access.legend')}>
      <li>
        <Knot /> {t('access.can')}
      </li>
      <li>
        <Knot kind="part" /> {t('access.listed')}
      </li>
      <li>
        <Knot kind="hollow" /> {t('access.state.suspended')}
      </li>
      <li>
        <Knot kind="ended" /> {t('access.state.ended')}
      </li>
    </ul>
  )
}
