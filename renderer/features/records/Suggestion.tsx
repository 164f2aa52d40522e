import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Destination } from '../../../electron/main/domain/folder.ts'
import { api } from '../../lib/bridge.ts'
import { type FolderChoice, keyOf } from '../../lib/folders.ts'
import { formatPercent } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './AddRecords.module.css'
import type { FolderChoices, Staged } from './use-add-records.ts'

type Props = {
  readonly file: Staged
  readonly choices: FolderChoices
  readonly onUse: (to: Destination) => void
}

/** Where a file seems to belong, and why. It goes there only when somebody says so. */
export function Suggestion({ file, choices, onUse }: Props) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const { data, isError } = useQuery({
    queryKey: ['files.suggest', file.token],
    queryFn: () => api['files.suggest']({ token: file.token }),
    // Once a file: what stands in it does not change while it is on offer.
    enabled: ({ state }) => state.data === undefined && state.error === null,
    retry: false,
  })
  // Its line is there from the start, so that nothing moves under a hand that is about to click.
  if (data === undefined)
    return <p className={css.suggestion}>{t(isError ? 'add.suggest.no-text' : 'add.suggest.reading')}</p>
  const offered = data.proposals.flatMap((proposal) => {
    const choice = choiceFor(choices, proposal.code)
    return choice === null ? [] : [{ ...proposal, choice }]
  })
  const [best] = offered
  const unsure = data.kind === 'not-sure' || data.kind === 'no-text'
  const chosen = keyOf(file.to ?? choices.open[0]?.to ?? { folder: 0 })
  return (
    <p className={css.suggestion}>
      <span>
        {t(`add.suggest.${best === undefined && !unsure ? 'elsewhere' : data.kind}`, {
          specialty: best === undefined ? '' : names.specialty(best.code),
          percent: best === undefined ? '' : formatPercent(best.confidence),
          terms: best?.terms.join(', '),
        })}
      </span>
      {offered
        .filter(({ choice }) => keyOf(choice.to) !== chosen)
        .map(({ code, choice }) => (
          <TextButton
            key={code}
            onClick={() => onUse(choice.to)}
            aria-label={t('add.suggest.useFor', { specialty: names.specialty(code), name: file.name })}
          >
            {t('add.suggest.use', { specialty: names.specialty(code) })}
          </TextButton>
        ))}
    </p>
  )
}

const choiceFor = ({ open, closed }: FolderChoices, code: string): FolderChoice | null =>
  [...open, ...closed].find(({ specialty }) => specialty === code) ?? null
