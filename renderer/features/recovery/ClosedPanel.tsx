import { Button } from '@mantine/core'
import { IconFolderCheck, IconFolderOff, IconFolderQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ClosedFolder } from '../../../electron/main/domain/closed-folder.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useFolders } from '../../lib/folders.ts'
import { inWords } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'
import { RowOf, Rows } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Recovery.module.css'

const ICONS = { given: IconFolderCheck, waiting: IconFolderQuestion, lost: IconFolderOff }
const TONES = { given: 'ok', waiting: 'wait', lost: 'bad' } as const

/** What a patient with a new key can't open: who has given it back, who still can, and what is lost. */
export function ClosedPanel() {
  const { t, i18n } = useTranslation('screens')
  const words = useFailureWords()
  const { data, error } = useCall('recovery.folders')
  const { data: jobs } = useCall('jobs.list')
  const takeBack = useAct('recovery.takeBack')
  const begin = useAct('recovery.beginAnew')
  const names = useNames()
  const { nameOf } = useFolders(useMe().address)
  if (error !== null) return <FailureLine words={words(error)} />
  if (data === undefined || data.folders.length === 0) return null
  const { folders, refused } = data
  const failed = takeBack.error ?? begin.error
  const runs = (kind: 'recover' | 'anew'): boolean =>
    jobs?.some((job) => job.kind === kind && job.state === 'running') === true
  const canTake = folders.some(({ state }) => state === 'given')
  const lost = folders.filter(({ state }) => state === 'lost')
  const needed = lost.filter(({ mustBegin }) => mustBegin)
  return (
    <Panel title={t('closed.title')}>
      <Stack>
        <p className="small soft">{t('closed.note')}</p>
        <Rows>
          {folders.map((folder) => (
            <FolderRow key={folder.folder} folder={folder} called={nameOf(folder.folder)} />
          ))}
        </Rows>
        {refused.length > 0 && (
          <Notice tone="bad">
            <span data-private>
              {t('closed.refused', { people: inWords(refused.map(names.person), i18n.language) })}
            </span>
          </Notice>
        )}
        {failed !== null && <FailureLine words={words(failed)} />}
        {canTake && (
          <div className={css.act}>
            <p className="small soft">{t('closed.takeNote')}</p>
            <Button
              onClick={() => takeBack.mutate(undefined)}
              loading={takeBack.isPending || runs('recover')}
            >
              {t('closed.takeBack')}
            </Button>
          </div>
        )}
        {needed.length > 0 && (
          <div className={css.act}>
            <p className="small soft">
              {t('closed.beginNote', {
                folders: inWords(
                  needed.map(({ folder }) => nameOf(folder)),
                  i18n.language,
                ),
              })}
            </p>
            <Button
              variant="default"
              onClick={() => begin.mutate(undefined)}
              loading={begin.isPending || runs('anew')}
            >
              {t('closed.begin')}
            </Button>
          </div>
        )}
        {lost.length > needed.length && <p className="small soft">{t('closed.othersNote')}</p>}
      </Stack>
    </Panel>
  )
}

type RowProps = { readonly folder: ClosedFolder; readonly called: string }

function FolderRow({ folder, called }: RowProps) {
  const { t, i18n } = useTranslation('screens')
  const names = useNames()
  const { state, records, leftOut } = folder
  const people = inWords(folder.people.map(names.person), i18n.language)
  return (
    <RowOf
      icon={ICONS[state]}
      words={
        <>
          <span>{called}</span>
          <span className="small soft" data-private>
            {t(`closed.${state}`, { count: records, people })}{' '}
            {leftOut > 0 && t('closed.leftOut', { count: leftOut })}
          </span>
        </>
      }
    >
      <Status tone={TONES[state]}>{t(`closed.state.${state}`)}</Status>
    </RowOf>
  )
}
