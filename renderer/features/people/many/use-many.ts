import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api, CallFailure } from '../../../lib/bridge.ts'
import { toInput } from '../register-values.ts'
import type { PersonRow } from './read-people.ts'

/** What has become of a line. */
export type RowState =
  | { readonly kind: 'checking' | 'ready' | 'asked' | 'registered' | 'known' | 'faulty' }
  | {
      readonly kind: 'failed'
      readonly failure: CallFailure
      /** Whether it may go well another time. */
      readonly again: boolean
    }

export const canStart = (state: RowState | undefined): boolean =>
  state?.kind === 'ready' || (state?.kind === 'failed' && state.again)

/** These are about one person alone. After anything else, whoever comes next would only fail as well. */
const OF_ONE = new Set([
  'E_INPUT',
  'E_ADDRESS_INVALID',
  'E_ADDRESS_CHECKSUM',
  'E_ALREADY_REGISTERED',
  'E_REGISTERED_AS_OTHER',
  'E_SUSPENDED',
])

const faulty = ({ missing, twice }: PersonRow): boolean => twice !== null || Object.keys(missing).length > 0
const failureOf = (error: unknown): CallFailure =>
  error instanceof CallFailure ? error : new CallFailure('E_INTERNAL', {})

/** Registers the people of a table one after the other, each with a signature, and knows what became of each. */
export function useMany(rows: readonly PersonRow[]) {
  const client = useQueryClient()
  const [states, setStates] = useState<ReadonlyMap<number, RowState>>(new Map())
  const [running, setRunning] = useState(false)
  const stopped = useRef(false)
  const set = useCallback(
    (line: number, state: RowState): void => setStates((before) => new Map(before).set(line, state)),
    [],
  )

  useEffect(() => {
    let left = false
    setStates(new Map(rows.map((row) => [row.line, { kind: faulty(row) ? 'faulty' : 'checking' }])))
    void (async () => {
      for (const row of rows.filter((one) => !faulty(one))) {
        const state = await standing(row)
        if (left) return
        set(row.line, state)
      }
    })()
    return () => {
      left = true
      stopped.current = true
    }
  }, [rows, set])

  async function start(): Promise<void> {
    stopped.current = false
    setRunning(true)
    for (const row of rows) {
      if (stopped.current) break
      if (!canStart(states.get(row.line))) continue
      set(row.line, { kind: 'asked' })
      try {
        await api['people.register'](toInput(row.values, row.role!))
        set(row.line, { kind: 'registered' })
      } catch (error) {
        const failure = failureOf(error)
        set(row.line, { kind: 'failed', failure, again: true })
        if (!OF_ONE.has(failure.code)) break
      }
    }
    setRunning(false)
    void client.invalidateQueries()
  }

  return {
    states,
    running,
    start,
    stop: () => {
      stopped.current = true
    },
  }
}

/** Whether somebody can be registered, before anybody is asked to sign. */
async function standing({ values, role }: PersonRow): Promise<RowState> {
  try {
    const { registered } = await api['people.check']({ account: values.account })
    return { kind: registered.includes(role!) ? 'known' : 'ready' }
  } catch (error) {
    const failure = failureOf(error)
    return { kind: 'failed', failure, again: !failure.code.startsWith('E_ADDRESS') }
  }
}
