import type { GrantView } from '../../../electron/main/domain/right.ts'

/** What a reader may do, by the name of the words for it. */
export const mayOf = ({ records, mayAdd }: Pick<GrantView, 'records' | 'mayAdd'>) => {
  if (records !== null) return 'patients.mayReadListed' as const
  return mayAdd ? ('patients.mayAdd' as const) : ('patients.mayRead' as const)
}
