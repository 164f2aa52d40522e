import { useCall } from '../../lib/calls.ts'
import { useMe } from '../../lib/me.ts'

/** Whether this person is a guardian of somebody, by the plan that stands, and has accepted. */
export function useGuards(): (patient: string) => boolean {
  const me = useMe()
  const { data } = useCall('emergency.guarded')
  return (patient) =>
    (data ?? []).some(
      (plan) =>
        plan.patient === patient &&
        plan.people.some(({ address, accepted }) => accepted && address === me.address),
    )
}
