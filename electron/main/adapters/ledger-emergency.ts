import type { Address } from '../domain/bytes.ts'
import { REQUEST_STATES } from '../domain/emergency.ts'
import { Failure } from '../domain/failure.ts'
import { foldersOf } from '../domain/folder.ts'
import { NO_RIGHT } from '../domain/right.ts'
import type { LedgerState } from '../ports/ledger.ts'
import type { View } from './ledger-state.ts'

type Emergencies = Pick<LedgerState, 'emergencyRight' | 'emergencyPlan' | 'emergencyRequest' | 'guardian'>

const NOBODY = `0x${'00'.repeat(20)}` as Address

/** What the contract's state says of emergencies. A contract from before them refuses the question, and has none. */
export function emergenciesOf(view: View): Emergencies {
  let known: Promise<boolean> | null = null

  const asksOf = (): Promise<boolean> => {
    known ??= view('emergencyPlanOf', [NOBODY]).then(
      () => true,
      (error) => {
        if (Failure.from(error).code === 'E_CHAIN_REFUSED') return false
        // Not known yet: asked again the next time.
        known = null
        throw error
      },
    )
    return known
  }
  const ask = async <T>(name: string, args: readonly unknown[], none: T, of: Read<T>): Promise<T> =>
    (await asksOf()) ? of(await view(name, args)) : none

  return {
    emergencyRight: (patient, doctor) =>
      ask('emergencyRightOf', [patient, doctor], NO_RIGHT, ([since, until, folders]) => ({
        ...NO_RIGHT,
        since: Number(since),
        until: Number(until),
        folders: foldersOf(folders as bigint),
      })),
    emergencyPlan: (patient) =>
      ask(
        'emergencyPlanOf',
        [patient],
        NO_PLAN,
        ([version, folders, threshold, wait, duration, requests]) => ({
          version: Number(version),
          folders: foldersOf(folders as bigint),
          threshold: Number(threshold),
          wait: Number(wait),
          duration: Number(duration),
          requests: Number(requests),
        }),
      ),
    emergencyRequest: (patient, request) =>
      ask(
        'emergencyRequestOf',
        [patient, request],
        NO_REQUEST,
        ([doctor, time, plan, approvals, state, reviewed]) => ({
          doctor: String(doctor).toLowerCase() as Address,
          time: Number(time),
          plan: Number(plan),
          approvals: Number(approvals),
          state: REQUEST_STATES[Number(state)] ?? 'none',
          reviewed: reviewed as boolean,
        }),
      ),
    guardian: (patient, guardian) =>
      ask('guardianOf', [patient, guardian], { named: false, accepted: false }, ([named, accepted]) => ({
        named: named as boolean,
        accepted: accepted as boolean,
      })),
  }
}

type Read<T> = (results: readonly unknown[]) => T

const NO_PLAN = { version: 0, folders: [], threshold: 0, wait: 0, duration: 0, requests: 0 }
const NO_REQUEST = {
  doctor: NOBODY,
  time: 0,
  plan: 0,
  approvals: 0,
  state: 'none' as const,
  reviewed: false,
}
