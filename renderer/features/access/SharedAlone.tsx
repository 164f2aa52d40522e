import { Button } from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCall } from '../../lib/calls.ts'
import { formatDay, initialsOf } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { PersonLine } from '../../ui/PersonLine.tsx'
import css from './SharedAlone.module.css'

/** With whom one of one's own records is shared alone, and the way to share it. */
export function SharedAlone({ id }: { readonly id: number }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const { data: grants } = useCall('access.grants')
  const readers = (grants ?? []).filter(
    ({ state, records }) => state === 'open' && records?.some((record) => record.id === id),
  )
  return (
    <>
      {readers.length > 0 && (
        <section aria-labelledby="shared-alone">
          <h2 id="shared-alone" className={css.heading}>
            {t('share.alone')}
          </h2>
          <ul className={css.readers}>
            {readers.map((grant) => {
              const name = names.person({ ...grant, address: grant.reader })
              return (
                <li key={grant.reader}>
                  <PersonLine
                    picture={grant.picture}
                    initials={initialsOf(grant.name ?? '?')}
                    name={name}
                    note={t('share.until', { day: formatDay(grant.until) })}
                  />
                  <Button
                    component={Link}
                    to={`/access/remove/${grant.reader}`}
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('access.removeFrom', { name })}
                  >
                    {t('access.remove')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <Button
        component={Link}
        to={`/records/${id}/share`}
        variant="default"
        size="compact-sm"
        h={30}
        px={12}
        leftSection={<IconShare size={16} stroke={1.7} aria-hidden="true" />}
      >
        {t('share.title')}
      </Button>
    </>
  )
}
