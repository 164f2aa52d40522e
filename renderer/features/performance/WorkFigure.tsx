import type { Resistance } from '../../../electron/main/domain/attack.ts'
import { formatHashRate, formatPercent, formatRough } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'

/** Proof of work: how fast it is hashed, and how often an attacker overtakes the chain. */
export function WorkFigure({ hashRate, confirmations, odds }: Extract<Resistance, { kind: 'work' }>) {
  const { t } = usePerformanceWords()
  return (
    <>
      <dl className={css.lines}>
        <div>
          <dt>{t('attack.hashRate')}</dt>
          <dd>{hashRate === null ? t('network.untold') : formatHashRate(hashRate)}</dd>
        </div>
      </dl>
      <p className={`${css.note} ${css.after}`}>{t('attack.oddsNote', { count: confirmations })}</p>
      <div className={css.wide}>
        <PlainTable
          label={t('attack.odds', { count: confirmations })}
          head={(['share', 'nakamoto', 'rosenfeld', 'needed'] as const).map((name) => t(`attack.${name}`))}
          rows={odds.map(({ share, nakamoto, rosenfeld, needed }) => [
            formatPercent(share),
            `${formatRough(nakamoto * 100)}%`,
            `${formatRough(rosenfeld * 100)}%`,
            needed === null ? t('none') : String(needed),
          ])}
        />
      </div>
      <p className={css.formula}>
        1 − Σ λ<sup>k</sup> e<sup>−λ</sup> / k! · (1 − (q/p)<sup>z−k</sup>)
        <br />λ = z q / p
      </p>
      <p className={css.source}>{t('attack.workSource')}</p>
    </>
  )
}
