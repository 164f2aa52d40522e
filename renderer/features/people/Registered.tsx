import { Button } from '@mantine/core'
import { Trans, useTranslation } from 'react-i18next'
import type { PersonView } from '../../../electron/main/domain/person.ts'
import { formatMoment, shortAddress } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Row, Stack } from '../../ui/Rail.tsx'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { Status } from '../../ui/Status.tsx'

type Props = {
  readonly person: PersonView
  readonly onAgain: () => void
  readonly onPeople: () => void
  /** The person goes on at this computer; null where their phone is not here. */
  readonly onHere: (() => void) | null
}

/** As what somebody was registered last, among the roles that they have. */
const registeredAs = ({ roles }: PersonView): 'doctor' | 'reader' | 'patient' =>
  (['doctor', 'reader'] as const).find((role) => roles.includes(role)) ?? 'patient'

/** The receipt of a registration, and what comes next. */
export function Registered({ person, onAgain, onPeople, onHere }: Props) {
  const { t } = useTranslation(['screens', 'common'])
  const names = useNames()
  const name = names.person(person)
  const role = registeredAs(person)
  return (
    <Panel title={t('registered.title')} action={<Status tone="ok">{t('records.recorded')}</Status>}>
      <div role="status">
        <Stack>
          <Sentence>
            <Trans
              t={t}
              i18nKey="registered.sentence"
              values={{ name, role: t(`common:roles.${role}`).toLowerCase() }}
              components={{ b: <Blank /> }}
            />
          </Sentence>
          <Facts
            rows={[
              [t('registered.at'), formatMoment(person.registeredAt)],
              [
                t(person.custody === null ? 'register.wallet' : 'register.child.custodian'),
                <span key="wallet" className="mono">
                  {shortAddress(person.custody?.custodian ?? person.address)}
                </span>,
              ],
              [
                t('registered.next'),
                t(
                  person.custody !== null
                    ? 'registered.nextChild'
                    : onHere === null
                      ? 'registered.nextNote'
                      : 'registered.nextHere',
                  { name },
                ),
              ],
            ]}
          />
          <Row>
            {onHere !== null && <Button onClick={onHere}>{t('registered.here', { name })}</Button>}
            <Button variant={onHere === null ? 'filled' : 'default'} onClick={onAgain}>
              {t(`registered.again.${role}`)}
            </Button>
            <Button variant="default" onClick={onPeople}>
              {t('registered.people')}
            </Button>
          </Row>
        </Stack>
      </div>
    </Panel>
  )
}
