import type { PlanView } from '../../../electron/main/domain/emergency.ts'

/** Whether a plan's drill still waits for the answer of this guardian, who has accepted. */
export const asksFor = ({ people, drill }: PlanView, me: string): boolean =>
  drill?.running === true &&
  people.some(({ address, accepted }) => accepted && address === me) &&
  !drill.answers.some(({ guardian }) => guardian === me)
