import { Button } from '@mantine/core'
import type { Me } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'
import { useWords } from './use-words.ts'

/** The way to the others for whom the same wallet signs. */
export function OtherPeople({ me }: { readonly me: Me }) {
  const { t } = useWords()
  const words = useFailureWords()
  const change = useAct('session.signIn')
  if (!me.hasOthers) return null
  return (
    <Panel title={t('others')}>
      <Stack>
        <p className="small soft">{t('othersNote')}</p>
        {change.error !== null && <FailureLine words={words(change.error)} />}
        <Row>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(undefined)}>
            {t('change')}
          </Button>
        </Row>
      </Stack>
    </Panel>
  )
}
