import { Button } from '@mantine/core'
import { IconBan, IconKey, IconUsers } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { JobView } from '../../../electron/main/domain/job.ts'
import type { RemovePreview } from '../../../electron/main/domain/right.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatBytes, formatMoment } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Rail, Row } from '../../ui/Rail.tsx'
import { RowsLoading } from '../../ui/RowsLoading.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Removal.module.css'
import { RemovalThread } from './RemovalThread.tsx'
import { CantBeUndone } from './RemovePreviewPanel.tsx'

type Props = { readonly reader: Address; readonly onBack: () => void }

/** A removal before it begins, and while it runs. */
export function Removal({ reader, onBack }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const { data: preview, error } = useCall('access.previewRemove', { reader })
  const { data: jobs } = useCall('jobs.list')
  const remove = useAct('access.remove')
  const begun = jobs?.find(
    (one) => one.kind === 'remove' && !one.endedAlone && one.reader === reader && one.state !== 'cancelled',
  )
  const declined = begun !== undefined && isDeclined(begun) ? begun : undefined
  const job = declined === undefined ? begun : undefined
  const retry = useAct('jobs.retry')
  const dismiss = useAct('jobs.dismiss')
  const leave = (): void => {
    if (declined !== undefined) dismiss.mutate({ id: declined.id })
    onBack()
  }
  const begin = (): void => {
    if (declined === undefined) remove.mutate({ reader })
    else retry.mutate({ id: declined.id })
  }
  const name =
    preview === undefined ? names.plain(begun?.title ?? null, reader) : names.person(preview.reader)
  const title =
    job === undefined ? 'remove.title' : job.state === 'done' ? 'remove.titleDone' : 'remove.titleNow'
  const actions =
    job === undefined ? undefined : (
      <Button variant="default" onClick={onBack}>
        {t(job.state === 'done' ? 'remove.back' : 'remove.background')}
      </Button>
    )
  const failure = error ?? remove.error ?? declined?.failure ?? null
  return (
    <Page>
      <PageHead
        title={t(title, { name })}
        windowTitle={t('remove.place')}
        note={t(
          job === undefined ? 'remove.note' : job.state === 'done' ? 'remove.noteDone' : 'remove.noteNow',
        )}
        actions={actions}
      />
      <Rail
        rail={
          <>
            {preview !== undefined && <CantBeUndone preview={preview} name={name} />}
            {job !== undefined && job.blockedAt !== null && <RemovalReceipt job={job} name={name} />}
          </>
        }
      >
        {failure !== null && <FailureLine words={words(failure)} />}
        {job !== undefined ? (
          <RemovalThread job={job} name={name} remaining={preview?.remaining ?? 0} />
        ) : preview === undefined ? (
          <Panel flush>
            <RowsLoading label={t('common:loading')} rows={3} />
          </Panel>
        ) : (
          <BeforeRemoval
            preview={preview}
            name={name}
            busy={remove.isPending}
            onBack={leave}
            onRemove={begin}
          />
        )}
      </Rail>
    </Page>
  )
}

/** The person said no before anything had happened: there is nothing to show of it. */
const isDeclined = ({ state, blockedAt, failure }: JobView): boolean =>
  state === 'failed' &&
  blockedAt === null &&
  (failure?.code === 'E_CONFIRM_DECLINED' || failure?.code === 'E_WALLET_REJECTED')

type BeforeProps = {
  readonly preview: RemovePreview
  readonly name: string
  readonly busy: boolean
  readonly onBack: () => void
  readonly onRemove: () => void
}

function BeforeRemoval({ preview, name, busy, onBack, onRemove }: BeforeProps) {
  const { t } = useTranslation(['screens', 'signing'])
  return (
    <Panel label={t('signing:beforeYouSign')}>
      <p className="small dim">{t('signing:beforeYouSign')}</p>
      <div className={css.sentence}>
        <RemovalSentence name={name} />
      </div>
      <FactList
        facts={[
          { icon: IconBan, text: t('remove.atOnce', { name }) },
          {
            icon: IconKey,
            text: t('remove.newKeysFor', { count: preview.records, size: formatBytes(preview.byteLength) }),
          },
          { icon: IconUsers, text: t('remove.keep', { count: preview.remaining }) },
        ]}
      />
      <div className={css.buttons}>
        <Row>
          <Button variant="default" onClick={onBack}>
            {t('remove.notNow')}
          </Button>
          <Button onClick={onRemove} loading={busy}>
            {t('remove.sign')}
          </Button>
        </Row>
      </div>
    </Panel>
  )
}

function RemovalSentence({ name, receipt = false }: { readonly name: string; readonly receipt?: boolean }) {
  const { t } = useTranslation(['screens', 'common', 'signing'])
  return (
    <Sentence size={receipt ? 'receipt' : 'sign'}>
      <Trans t={t} i18nKey="remove.sentence" values={{ name }} components={{ b: <Blank /> }} />
    </Sentence>
  )
}

function RemovalReceipt({ job, name }: { readonly job: JobView; readonly name: string }) {
  const { t } = useTranslation(['screens', 'common'])
  return (
    <Panel title={t('remove.receipt')} action={<Status tone="ok">{t('records.recorded')}</Status>}>
      <RemovalSentence name={name} receipt />
      <div className={css.tear} />
      <Facts
        rows={[
          [t('remove.signed'), formatMoment(job.startedAt)],
          [t('records.recorded'), job.blockedAt === null ? '–' : formatMoment(job.blockedAt)],
          [
            t('remove.proof'),
            <span key="proof" className="mono">
              {job.transaction === null
                ? '–'
                : `${job.transaction.slice(0, 8)} … ${job.transaction.slice(-4)}`}
            </span>,
          ],
        ]}
      />
      {job.transaction !== null && (
        <div className={css.copy}>
          <CopyText text={job.transaction} label={t('remove.copyProof')} done={t('common:copied')} />
        </div>
      )}
    </Panel>
  )
}
