import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { DemoFill } from '../../features/people/DemoFill.tsx'
import { Registered } from '../../features/people/Registered.tsx'
import { RegisterForm } from '../../features/people/RegisterForm.tsx'
import { RegisterPreview } from '../../features/people/RegisterPreview.tsx'
import { BLANK, fromDemo, type RegisterRole } from '../../features/people/register-values.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Rail } from '../../ui/Rail.tsx'

/** Registers a doctor or a patient, as the address says. */
export function Register() {
  const { role } = useParams()
  return role === 'doctor' || role === 'patient' ? (
    <RegisterRoom key={role} role={role} />
  ) : (
    <Navigate to="/people" replace />
  )
}

function RegisterRoom({ role }: { readonly role: RegisterRole }) {
  const { t } = useTranslation(['screens', 'common'])
  const navigate = useNavigate()
  const [values, setValues] = useState(BLANK)
  const [done, setDone] = useState<PersonView | null>(null)
  const title = t(`register.title.${role}`)
  usePlace([{ label: t('common:nav.people'), to: '/people' }, { label: title }])
  const again = (): void => {
    setValues(BLANK)
    setDone(null)
  }
  return (
    <Page>
      <PageHead
        title={title}
        note={t(`register.note.${role}`)}
        actions={done === null && <DemoFill role={role} onPick={(person) => setValues(fromDemo(person))} />}
      />
      {done !== null ? (
        <Rail rail={null}>
          <Registered person={done} onAgain={again} onPeople={() => void navigate('/people')} />
        </Rail>
      ) : (
        <Rail rail={<RegisterPreview role={role} values={values} />}>
          <Panel label={title}>
            <RegisterForm
              role={role}
              values={values}
              onChange={(change) => setValues((before) => ({ ...before, ...change }))}
              onDone={setDone}
            />
          </Panel>
        </Rail>
      )}
    </Page>
  )
}
