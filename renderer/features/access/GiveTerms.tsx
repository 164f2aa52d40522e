import { Checkbox, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FolderChoice, keyOf } from '../../lib/folders.ts'
import css from './Give.module.css'
import type { Terms } from './give-terms.ts'
import { UntilChoice } from './UntilChoice.tsx'

type Props = {
  readonly terms: Terms
  readonly choices: readonly FolderChoice[]
  /** Only a doctor can be let add. */
  readonly canAdd: boolean
  readonly onChange: (change: Partial<Terms>) => void
}

/** What to give, and until when. */
export function GiveTerms({ terms, choices, canAdd, onChange }: Props) {
  const { t } = useTranslation('screens')
  return (
    <div className={css.terms}>
      <Checkbox.Group
        label={t('give.folders')}
        description={t('give.foldersNote')}
        value={[...terms.folders]}
        onChange={(folders) => onChange({ folders })}
        error={terms.folders.length === 0 ? t('give.noFolder') : undefined}
      >
        <div className={css.choices}>
          {choices.map((choice) => (
            <Checkbox
              key={keyOf(choice.to)}
              value={keyOf(choice.to)}
              label={choice.label}
              description={
                'folder' in choice.to ? t('give.folderCount', { count: choice.records }) : t('give.folderNew')
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {canAdd && (
        <Radio.Group
          label={t('give.what')}
          value={terms.mayAdd ? 'add' : 'read'}
          onChange={(value) => onChange({ mayAdd: value === 'add' })}
        >
          <div className={css.choices}>
            <Radio value="read" label={t('give.read')} description={t('give.readNote')} />
            <Radio value="add" label={t('give.add')} description={t('give.addNote')} />
          </div>
        </Radio.Group>
      )}
      <UntilChoice terms={terms} onChange={onChange} />
    </div>
  )
}
