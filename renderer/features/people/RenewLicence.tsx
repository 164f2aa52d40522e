import { Button, Modal } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { endOfDay, formatLongDay } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'

type Props = { readonly person: PersonView; readonly onClose: () => void }

/** Whether an end stands on the chain that can be put off. */
export const hasLicence = ({ until, code }: PersonView): boolean => until > 0 && code === null

/** Lets a licence last until another day, and says what that means for rights that were given. */
export function RenewLicence({ person, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const renew = useAct('people.renew')
  const [now] = useState(() => new Date())
  const today = now.toISOString().slice(0, 10)
  const ended = person.until * 1000 <= now.getTime()
  const [day, setDay] = useState(() => aYearLater(ended ? now : new Date(person.until * 1000)))
  const passed = day !== '' && day < today
  const fill = { name: names.person(person), day: formatLongDay(person.until) }
  const title = t('people.renewTitle', fill)
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={480}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          const until = endOfDay(new Date(`${day}T12:00:00`))
          renew.mutate({ account: person.address, until }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <p className="small soft">{t(ended ? 'people.renewEnded' : 'people.renewRunning', fill)}</p>
          <DayField
            label={t('people.renewUntil')}
            value={day}
            onChange={setDay}
            min={today}
            error={passed ? t('give.passed') : undefined}
            example={t('common:calendar.example')}
            calendarLabels={{ previous: t('common:calendar.previous'), next: t('common:calendar.next') }}
          />
          {renew.error !== null && <FailureLine words={words(renew.error)} />}
          <Row>
            <Button
              type="submit"
              disabled={day === '' || passed}
              loading={renew.isPending}
              leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('people.renew')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  )
}

/** `YYYY-MM-DD`, as the calendar on the wall has it. */
function aYearLater(from: Date): string {
  const [month, day] = [from.getMonth() + 1, from.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${from.getFullYear() + 1}-${month}-${day}`
}
