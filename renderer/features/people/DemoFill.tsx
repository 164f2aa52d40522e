import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { DemoPerson } from '../../../electron/main/domain/network.ts'
import { useCall } from '../../lib/calls.ts'
import type { RegisterRole } from './register-values.ts'

type Props = { readonly role: RegisterRole; readonly onPick: (person: DemoPerson) => void }

/** In the demo: invented people who are not registered yet, and can be without typing. */
export function DemoFill({ role, onPick }: Props) {
  const { t } = useTranslation('screens')
  const { data: demo } = useCall('demo.people')
  const { data: registered } = useCall('people.list')
  const people =
    demo?.people.filter(
      (person) => person.role === role && !registered?.some(({ address }) => address === person.address),
    ) ?? []
  if (registered === undefined || people.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          h={30}
          rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden="true" />}
        >
          {t('register.fill')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {people.map((person) => (
          <Menu.Item key={person.address} onClick={() => onPick(person)}>
            {person.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
