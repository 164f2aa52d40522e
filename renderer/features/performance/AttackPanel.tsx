import type { Resistance } from '../../../electron/main/domain/attack.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { Panel } from '../../ui/Panel.tsx'
import { MajorityFigure } from './MajorityFigure.tsx'
import css from './Performance.module.css'
import { WorkFigure } from './WorkFigure.tsx'

/** What the network withstands, with what it follows from; where nothing follows, it says so. */
export function AttackPanel({ resistance }: { readonly resistance: Resistance }) {
  const { t } = usePerformanceWords()
  return <Panel title={t('attack.title')}>{figureOf()}</Panel>

  function figureOf() {
    if (resistance.kind === 'none' || resistance.kind === 'untold')
      return <p className={css.note}>{t(`attack.${reasonOf(resistance)}`)}</p>
    if (resistance.kind === 'work') return <WorkFigure {...resistance} />
    return <MajorityFigure majority={resistance} kind={resistance.kind} />
  }
}

/** Why there is no figure. */
function reasonOf({ kind, consensus }: Extract<Resistance, { kind: 'none' | 'untold' }>) {
  if (kind === 'none') return 'development'
  if (consensus === 'proof-of-stake') return 'stake'
  return consensus === 'unknown' ? 'unknown' : 'validators'
}
