import { useTranslation } from 'react-i18next'
import type { Resistance } from '../../../electron/main/domain/attack.ts'
import { formatHashRate, formatPercent, formatRough } from '../../lib/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import css from './Performance.module.css'

/** Proof of work: how fast it is hashed, and how often an attacker overtakes the chain. */
export function WorkFigure({ hashRate, confirmations, odds }: Extract<Resistance, { kind: 'work' }>) {
  const { t } = useTranslation('screens')
  return (
    <>
      <dl className={css.lines}>
        <div>
          <dt>{t('performance.attack.hashRate')}</dt>
          <dd>{hashRate === null ? t('performance.network.untold') : formatHashRate(hashRate)}</dd>
        </div>
      </dl>
      <p className={`${css.note} ${css.after}`}>
        {t('performance.attack.oddsNote', { count: confirmations })}
      </p>
      <div className={css.wide}>
        <PlainTable
          label={t('performance.attack.odds', { count: confirmations })}
          head={(['share', 'nakamoto', 'rosenfeld', 'needed'] as const).map((name) =>
            t(`performance.attack.${name}`),
          )}
          rows={odds.map(({ share, nakamoto, rosenfeld, needed }) => [
            formatPercent(share),
            `${formatRough(nakamoto * 100)}%`,
            `${formatRough(rosenfeld * 100)}%`,
            needed === null ? t('performance.none') : String(needed),
          ])}
        />
      </div>
      <p className={css.formula}>
        1 − Σ λ<sup>k</sup> e<sup>−λ</sup> / k! · (1 − (q/p)<sup>z−k</sup>)
        <br />λ = z q / p
      </p>
      <p className={css.source}>{t('performance.attack.workSource')}</p>
    </>
  )
}
