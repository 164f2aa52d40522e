import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Me } from '../../../electron/main/domain/session.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'

/** The way to the others for whom the same wallet signs. */
export function OtherPeople({ me }: { readonly me: Me }) {
  const { t } = useTranslation('screens')
  const words = useFailureWords()
  const change = useAct('session.signIn')
  if (!me.hasOthers) return null
  return (
    <Panel title={t('custody.others')}>
      <Stack>
        <p className="small soft">{t('custody.othersNote')}</p>
        {change.error !== null && <FailureLine words={words(change.error)} />}
        <Row>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(undefined)}>
            {t('custody.change')}
          </Button>
        </Row>
      </Stack>
    </Panel>
  )
}
