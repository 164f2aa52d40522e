import { useTranslation } from 'react-i18next'
import type { CriticalFacts as Told } from '../../../electron/main/domain/critical-card.ts'
import { Facts } from '../../ui/Facts.tsx'
import { bloodGroupLabel } from './critical-terms.ts'
import css from './Emergency.module.css'

type Props = {
  readonly facts: Told
  /** What stands above, by its name. */
  readonly about?: readonly (readonly [label: string, value: string])[]
}

/** What a critical card says. What it does not say is said too: "nothing stated" is not "none". */
export function CriticalFacts({ facts, about = [] }: Props) {
  const { t } = useTranslation('screens')
  const lines = (text: string) =>
    text === '' ? t('critical.nothing') : <span className={css.lines}>{text}</span>
  return (
    <div data-private>
      <Facts
        rows={[
          ...about,
          [
            t('critical.bloodGroup'),
            facts.bloodGroup === null ? t('critical.nothing') : bloodGroupLabel(facts.bloodGroup),
          ],
          [t('critical.allergies'), lines(facts.allergies)],
          [t('critical.medication'), lines(facts.medication)],
        ]}
      />
    </div>
  )
}
