import type { Majority } from '../../../electron/main/domain/attack.ts'
import { formatCount } from '../../lib/format.ts'
import { usePerformanceWords } from '../../lib/performance-words.ts'
import css from './Performance.module.css'

/** As many validators as can be told apart at a glance. */
const MOST_SEATS = 24

type Props = { readonly majority: Majority; readonly kind: 'byzantine' | 'clique' }

/** How many of those who make the blocks may fail, and what happens when more do. */
export function MajorityFigure({ majority, kind }: Props) {
  const { t } = usePerformanceWords()
  const { validators, tolerated, quorum, stopsAt, splitsAt } = majority
  const seats = Array.from({ length: validators }, (_, seat) => seat)
  return (
    <>
      <p className={css.figure}>
        <strong>{t('attack.of', { tolerated, validators })}</strong>
        <span>{t(`attack.${kind}`)}</span>
      </p>
      {validators <= MOST_SEATS && (
        <div className={css.seats} aria-hidden="true">
          {seats.map((seat) => (
            <i key={seat} data-spare={seat < tolerated || undefined} />
          ))}
        </div>
      )}
      <p className={css.formula}>
        {kind === 'byzantine'
          ? t('attack.byzantineFormula', { n: validators, f: tolerated })
          : t('attack.cliqueFormula', { n: validators, q: quorum })}
      </p>
      <dl className={css.lines}>
        {(
          [
            ['quorum', quorum],
            ['stops', stopsAt],
            [kind === 'byzantine' ? 'splits' : 'rewrites', splitsAt],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{t(`attack.${name}`)}</dt>
            <dd>{formatCount(count)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.source}>{t(`attack.${kind}Source`)}</p>
    </>
  )
}
