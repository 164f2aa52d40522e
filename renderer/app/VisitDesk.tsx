import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { VisitState } from '../../electron/main/domain/desk.ts'
import { BackupForm } from '../features/key/BackupPanel.tsx'
import { MakeKit } from '../features/key/MakeKit.tsx'
import { EndVisit } from '../features/visit/EndVisit.tsx'
import { useNoteCopies } from '../features/visit/use-note-copies.ts'
import { VisitBar } from '../features/visit/VisitBar.tsx'
import { VisitOver } from '../features/visit/VisitOver.tsx'
import { VisitSoon } from '../features/visit/VisitSoon.tsx'
import { useCall, useEvent } from '../lib/calls.ts'
import css from './VisitDesk.module.css'

type Props = { readonly visit: VisitState; readonly children: ReactNode }

/** The frame around everything while a visitor uses this window, and the page that says it is over. */
export function VisitDesk({ visit, children }: Props) {
  return visit.stage === 'over' ? <VisitOver visit={visit} /> : <Running visit={visit}>{children}</Running>
}

type RunningProps = {
  readonly visit: Extract<VisitState, { stage: 'running' }>
  readonly children: ReactNode
}

function Running({ visit, children }: RunningProps) {
  const [ending, setEnding] = useState(false)
  const [seconds, setSeconds] = useState<number | null>(null)
  const { data: session } = useCall('session.state')
  const close = (): void => setEnding(false)
  useNoteCopies()
  useEvent(
    'visit.soon',
    useCallback((soon) => setSeconds(soon.seconds), []),
  )
  // A key and its backup come and go with the session, which main tells of.
  const canSave = session?.stage === 'open' || session?.stage === 'needs-publish'
  useEffect(() => {
    if (session?.stage === 'signed-out') setSeconds(null)
  }, [session?.stage])
  return (
    <div className={css.root}>
      <VisitBar onEnd={() => setEnding(true)} />
      <div className={css.window}>{children}</div>
      {ending && (
        <EndVisit
          unsaved={visit.key === 'only-here'}
          saved={visit.key === 'backed-up'}
          backup={
            canSave ? (
              <div className={css.backup}>
                <MakeKit first />
                <BackupForm onDone={() => undefined} />
              </div>
            ) : null
          }
          onClose={close}
        />
      )}
      {seconds !== null && (
        <VisitSoon seconds={seconds} unsaved={visit.key === 'only-here'} onStay={() => setSeconds(null)} />
      )}
    </div>
  )
}
