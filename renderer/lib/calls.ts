import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { calls } from '../../electron/ipc/contract.ts'
import type { InputOf, OutputOf } from '../../electron/ipc/kit.ts'
import { api, type CallFailure, type CallName, type EventName, hear } from './bridge.ts'

type Input<Name extends CallName> = InputOf<(typeof calls)[Name]>
type Output<Name extends CallName> = OutputOf<(typeof calls)[Name]>
type Args<Name extends CallName> = undefined extends Input<Name> ? [input?: undefined] : [input: Input<Name>]

const run = <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> =>
  (api[name] as (input: Input<Name>) => Promise<Output<Name>>)(input)

/** What a call answers, kept fresh: it is asked again when the ledger, a job or the session has changed. */
export const useCall = <Name extends CallName>(name: Name, ...[input]: Args<Name>) =>
  useQuery<Output<Name>, CallFailure>({
    queryKey: [name, input ?? null],
    queryFn: () => run(name, input as Input<Name>),
  })

/** The same, asked again every so often while it is on screen. What was shown stays until the answer comes. */
export const useLiveCall = <Name extends CallName>(name: Name, everyMs: number, ...[input]: Args<Name>) =>
  useQuery<Output<Name>, CallFailure>({
    queryKey: [name, input ?? null],
    queryFn: () => run(name, input as Input<Name>),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  })

/** What can be done without an answer is not kept from anybody for longer. */
const PATIENCE_MS = 2_000

/**
 * Whether all of these calls have answered or failed, or have had their time. What they bring to a page then comes at once,
 * and nothing moves away under a hand.
 */
export function useAnswered(...calls: readonly { readonly isPending: boolean }[]): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isLate || calls.every(({ isPending }) => !isPending)
}

/** A call that does something. Everything shown is asked again when it has. */
export const useAct = <Name extends CallName>(name: Name) => {
  const client = useQueryClient()
  return useMutation<Output<Name>, CallFailure, Input<Name>>({
    mutationFn: (input) => run(name, input),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Does something whenever main tells of it. */
export function useEvent<Name extends EventName>(
  name: Name,
  listener: Parameters<typeof hear<Name>>[1],
): void {
  useEffect(() => hear(name, listener), [name, listener])
}

/** Answers that are of nobody in particular. */
const KEPT = new Set<unknown>([
  'session.state',
  'settings.read',
  'network.status',
  'demo.people',
  'profiles.list',
  'wallets.list',
  'app.about',
  'visit.state',
])

/** Asks again what may have changed. Called once, by the app's providers. */
export function keepFresh(client: QueryClient): () => void {
  const stops = [
    hear('ledger.changed', () => void client.invalidateQueries()),
    hear('network.changed', (status) => client.setQueryData(['network.status', null], status)),
    hear('stores.changed', () => void client.invalidateQueries({ queryKey: ['stores.read'] })),
    hear('transactions.changed', () => {
      void client.invalidateQueries({ queryKey: ['transactions.list'] })
      void client.invalidateQueries({ queryKey: ['payer.read'] })
    }),
    hear('measurement.changed', (state) => {
      client.setQueryData<Output<'performance.measurement'>>(
        ['performance.measurement', null],
        (before) => before && { ...before, ...state },
      )
      if (state.progress === null) void client.invalidateQueries()
    }),
    hear('visit.changed', (visit) => client.setQueryData(['visit.state', null], visit)),
    hear('settings.changed', (settings) => client.setQueryData(['settings.read', null], settings)),
    hear('session.changed', (state) => {
      // What somebody has seen goes with their key; nothing of it is left for the next one.
      if (state.stage !== 'open')
        client.removeQueries({ predicate: ({ queryKey }) => !KEPT.has(queryKey[0]) })
      client.setQueryData(['session.state', null], state)
      void client.invalidateQueries()
    }),
    hear('job.changed', (job) => {
      void client.invalidateQueries({ queryKey: ['jobs.list'] })
      if (job.state === 'done') void client.invalidateQueries()
    }),
    hear('job.gone', () => void client.invalidateQueries({ queryKey: ['jobs.list'] })),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
