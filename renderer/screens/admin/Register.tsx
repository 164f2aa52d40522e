import { Button } from '@mantine/core'
import { IconScreenShare, IconScreenShareOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { CodeGiven } from '../../features/people/CodeGiven.tsx'
import { DemoFill } from '../../features/people/DemoFill.tsx'
import { Registered } from '../../features/people/Registered.tsx'
import { RegisterForm } from '../../features/people/RegisterForm.tsx'
import { RegisterPreview } from '../../features/people/RegisterPreview.tsx'
import {
  BLANK,
  fromDemo,
  type RegisterRole,
  type RegisterValues,
} from '../../features/people/register-values.ts'
import { ScanPerson } from '../../features/phones/ScanPerson.tsx'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Rail, Row } from '../../ui/Rail.tsx'
import { Status } from '../../ui/Status.tsx'
import { useEnrolment } from './use-enrolment.ts'

/** Registers a doctor, a patient or a reader, as the address says. */
export function Register() {
  const { role } = useParams()
  return role === 'doctor' || role === 'patient' || role === 'reader' ? (
    <RegisterRoom key={role} role={role} />
  ) : (
    <Navigate to="/people" replace />
  )
}

function RegisterRoom({ role }: { readonly role: RegisterRole }) {
  const { t } = useTranslation(['screens', 'common'])
  const navigate = useNavigate()
  const [values, setValues] = useState(BLANK)
  const [done, setDone] = useState<{ person: PersonView; code: string | null } | null>(null)
  const title = t(`register.title.${role}`)
  usePlace([{ label: t('common:nav.people'), to: '/people' }, { label: title }])
  const change = (some: Partial<RegisterValues>): void => setValues((before) => ({ ...before, ...some }))
  const enrolment = useEnrolment(role, values, change, done?.person ?? null)
  const { phone, window } = enrolment
  const again = (): void => {
    phone.stop()
    setValues(BLANK)
    setDone(null)
  }
  const fill = (next: RegisterValues): void =>
    change(
      values.proven || values.child
        ? { ...next, account: values.account, proven: values.proven, child: values.child }
        : next,
    )
  return (
    <Page>
      <PageHead
        title={title}
        note={t(`register.note.${role}`)}
        actions={
          <Row>
            {done === null && <DemoFill role={role} onPick={(person) => fill(fromDemo(person))} />}
            {enrolment.offered && <WindowButton window={window} />}
          </Row>
        }
      />
      {done !== null ? (
        <Rail rail={null}>
          {done.code === null ? (
            <Registered
              person={done.person}
              onAgain={again}
              onPeople={() => void navigate('/people')}
              onHere={enrolment.goOn}
            />
          ) : (
            <CodeGiven
              person={done.person}
              code={done.code}
              onAgain={again}
              onPeople={() => void navigate('/people')}
            />
          )}
        </Rail>
      ) : (
        <Rail rail={<RegisterPreview role={role} values={values} />}>
          <Panel label={title}>
            <RegisterForm
              role={role}
              values={values}
              onChange={change}
              onDone={(person, code) => setDone({ person, code })}
              scan={
                enrolment.offered
                  ? {
                      panel: (
                        <ScanPerson
                          now={phone.now}
                          onRenew={() => void phone.start()}
                          onStop={enrolment.clear}
                          onSwitch={(one) => void phone.switch(one)}
                        />
                      ),
                      running: phone.now.stage !== 'idle' && phone.now.stage !== 'registered',
                      onStart: () => void phone.start(),
                      onClear: enrolment.clear,
                      said: window.said !== null && (
                        <Status tone={window.said === 'right' ? 'ok' : 'bad'}>
                          {t(`desk.said.${window.said}`)}
                        </Status>
                      ),
                    }
                  : null
              }
            />
          </Panel>
        </Rail>
      )}
    </Page>
  )
}

/** Opens and closes the window that faces the person. */
function WindowButton({ window }: { readonly window: ReturnType<typeof useEnrolment>['window'] }) {
  const { t } = useTranslation('screens')
  const Shown = window.opened ? IconScreenShareOff : IconScreenShare
  return (
    <Button
      variant="default"
      size="compact-sm"
      h={30}
      px={12}
      onClick={window.opened ? window.close : window.open}
      leftSection={<Shown size={16} stroke={1.7} aria-hidden="true" />}
    >
      {t(window.opened ? 'desk.close' : 'desk.open')}
    </Button>
  )
}
