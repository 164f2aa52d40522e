import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import '@mantine/spotlight/styles.layer.css'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type CommandId, commandsFor } from '../../electron/ipc/commands.ts'
import { isMac, keysOf, useRunCommand } from '../lib/commands.ts'
import { useMe } from '../lib/me.ts'
import { useFindable } from './use-findable.ts'

const [store, spotlight] = createSpotlight()

/** Everything one can do or open, by its first letters. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['commands', 'common'])
  const me = useMe()
  const run = useRunCommand()
  const navigate = useNavigate()
  const found = useFindable()
  useEffect(() => spotlight.open(), [])
  const actions = useMemo(
    (): SpotlightActionGroupData[] => [
      {
        group: t('common:palette.commands'),
        actions: commandsFor(me.roles, true)
          .filter(({ id }) => id !== 'palette')
          .map(({ id, accelerator }) => ({
            id,
            label: t(id as CommandId),
            rightSection:
              accelerator === undefined ? null : (
                <span className="tiny dim">{keysOf(accelerator, isMac())}</span>
              ),
            onClick: () => run(id as CommandId),
          })),
      },
      ...found.map(({ group, items }) => ({
        group,
        actions: items.map(({ id, label, to }) => ({ id, label, onClick: () => void navigate(to) })),
      })),
    ],
    [t, me.roles, found, run, navigate],
  )
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={actions}
      onSpotlightClose={onClose}
      nothingFound={t('common:palette.nothing')}
      highlightQuery={false}
      limit={30}
      scrollable
      scrollAreaProps={{ scrollbars: 'y' }}
      maxHeight={400}
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.38, blur: 0 }}
      attributes={{ content: { 'aria-label': t('common:search') } }}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden="true" />,
        placeholder: t('common:search'),
        'aria-label': t('common:search'),
      }}
    />
  )
}
