import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { CriticalCard } from '../../features/emergency/CriticalCard.tsx'
import { CriticalLook } from '../../features/emergency/CriticalLook.tsx'
import { DrillPanel } from '../../features/emergency/DrillPanel.tsx'
import { GuardedList } from '../../features/emergency/GuardedList.tsx'
import { PlanForm } from '../../features/emergency/PlanForm.tsx'
import { PlanPanel } from '../../features/emergency/PlanPanel.tsx'
import { ReportList } from '../../features/emergency/ReportList.tsx'
import { RequestForm } from '../../features/emergency/RequestForm.tsx'
import { type RequestRole, RequestRows } from '../../features/emergency/RequestRows.tsx'
import { ReviewCards } from '../../features/emergency/ReviewCards.tsx'
import { useGuards } from '../../features/emergency/use-guards.ts'
import { Loaded } from '../../features/loaded/Loaded.tsx'
import { LoadingPanel } from '../../features/loaded/LoadingPanel.tsx'
import { useAnswered, useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'
import { usePlace } from '../../lib/place.ts'
import { Page } from '../../ui/Page.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Stack } from '../../ui/Rail.tsx'

/** Emergencies, from wherever this person stands in them: patient, doctor, guardian, admin. */
export function Emergency() {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const requests = useCall('emergency.list')
  const guarded = useCall('emergency.guarded')
  const known = useAnswered(requests, guarded)
  const guards = useGuards()
  const [isPatient, isDoctor, isAdmin] = (['patient', 'doctor', 'admin'] as const).map((role) =>
    me.roles.includes(role),
  )
  usePlace([{ label: t('common:nav.emergency') }])
  const lists = (all: readonly EmergencyView[]): [RequestRole, readonly EmergencyView[]][] => [
    ['doctor', all.filter(({ doctor }) => doctor === me.address)],
    [
      'guardian',
      all.filter(({ patient, doctor }) => patient !== me.address && doctor !== me.address && guards(patient)),
    ],
    ['patient', all.filter(({ patient }) => patient === me.address)],
  ]
  return (
    <Page>
      <PageHead title={t('emergency.title')} note={t('emergency.note')} />
      {known ? (
        <Stack>
          {isPatient && <ReviewCards />}
          <Loaded of={requests}>
            {(all) => (
              <>
                {lists(all)
                  .filter(([, some]) => some.length > 0)
                  .map(([as, some]) => (
                    <Panel key={as} title={t(`emergency.requests.${as}`)} flush>
                      <RequestRows
                        requests={some}
                        as={as}
                        me={me.address}
                        label={t(`emergency.requests.${as}`)}
                      />
                    </Panel>
                  ))}
                {isAdmin && <ReportList reports={all.filter(({ verdict }) => verdict === 'misuse')} />}
              </>
            )}
          </Loaded>
          {guarded.data !== undefined && guarded.data.length > 0 && <GuardedList plans={guarded.data} />}
          {isDoctor && <CriticalLook />}
          {isDoctor && <RequestForm />}
          {isPatient && <Preparations />}
        </Stack>
      ) : (
        <LoadingPanel />
      )}
    </Page>
  )
}

/** A patient's own plan and critical card. */
function Preparations() {
  const plan = useCall('emergency.plan')
  const card = useCall('critical.own')
  const known = useAnswered(plan, card)
  const [changing, setChanging] = useState(false)
  if (!known) return <LoadingPanel />
  return (
    <>
      <Loaded of={plan}>
        {(found) =>
          changing ? (
            <PlanForm plan={found} onDone={() => setChanging(false)} />
          ) : (
            <>
              <PlanPanel plan={found} onChange={() => setChanging(true)} />
              {found !== null && found.drill !== null && <DrillPanel plan={found} drill={found.drill} />}
            </>
          )
        }
      </Loaded>
      <Loaded of={card}>{(own) => <CriticalCard card={own} />}</Loaded>
    </>
  )
}
