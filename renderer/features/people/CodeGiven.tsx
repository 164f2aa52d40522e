import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Trans, useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { useAct } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Qr } from '../../ui/Qr.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './CodeGiven.module.css'

type Props = {
  readonly person: PersonView
  readonly code: string
  readonly onAgain: () => void
  readonly onPeople: () => void
}

/** The receipt of a registration by code, with the code: on screen this once, and as a slip to take home. */
export function CodeGiven({ person, code, onAgain, onPeople }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const words = useFailureWords()
  const slip = useAct('people.saveSlip')
  const role = person.roles.includes('doctor') ? 'doctor' : 'patient'
  const name = names.person(person)
  return (
    <Panel title={t('codeGiven.title')} action={<Status tone="ok">{t('records.recorded')}</Status>}>
      <Stack>
        <div role="status">
          <Sentence>
            <Trans
              t={t}
              i18nKey="codeGiven.sentence"
              values={{ name, role: t(`common:roles.${role}`).toLowerCase() }}
              components={{ b: <Blank /> }}
            />
          </Sentence>
        </div>
        <div className={css.split}>
          <Qr text={code} label={t('codeGiven.qr')} size={168} />
          <div className={css.column}>
            <h3>{t('codeGiven.code')}</h3>
            <p className={css.code}>
              {code.split('-').map((group) => (
                <span key={group}>{group}</span>
              ))}
            </p>
            <p className="small soft">{t('codeGiven.then', { name })}</p>
          </div>
        </div>
        <Notice tone="warn">{t('codeGiven.once')}</Notice>
        {slip.error !== null && <FailureLine words={words(slip.error)} />}
        <Row>
          <Button
            onClick={() => slip.mutate({ code })}
            loading={slip.isPending}
            leftSection={<IconPrinter size={17} stroke={1.7} aria-hidden="true" />}
          >
            {t('codeGiven.save')}
          </Button>
          <Button variant="default" onClick={onAgain}>
            {t(`registered.again.${role}`)}
          </Button>
          <Button variant="default" onClick={onPeople}>
            {t('registered.people')}
          </Button>
          <span aria-live="polite">
            {slip.data?.saved === true && <Status tone="ok">{t('codeGiven.saved')}</Status>}
          </span>
        </Row>
      </Stack>
    </Panel>
  )
}
