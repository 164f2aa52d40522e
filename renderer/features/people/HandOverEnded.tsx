import { Button, Modal, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'

type Props = { readonly person: PersonView; readonly onClose: () => void }

/** Gives an account to its own wallet, where the time of whoever acted for it is over. */
export function HandOverEnded({ person, onClose }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const [to, setTo] = useState('')
  const act = useAct('people.handOverEnded')
  const name = names.person(person)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('people.handOverWho', { name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          act.mutate({ account: person.address, to }, { onSuccess: onClose })
        }}
      >
        <Stack>
          <TextInput
            label={t('people.handOverTo')}
            description={t('people.handOverNote', { name })}
            placeholder="0x…"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            classNames={{ input: 'mono' }}
            spellCheck={false}
            autoComplete="off"
            data-autofocus
          />
          {act.error !== null && <FailureLine words={words(act.error)} />}
          <Row>
            <Button
              type="submit"
              disabled={to.trim() === ''}
              loading={act.isPending}
              leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
            >
              {t('people.handOver')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Modal>
  )
}
