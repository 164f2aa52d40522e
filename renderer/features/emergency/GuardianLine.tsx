import type { GuardianView } from '../../../electron/main/domain/emergency.ts'
import { initialsOf } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { PersonLine } from '../../ui/PersonLine.tsx'

/** A guardian by name; paler while they can't act. */
export function GuardianLine({ guardian }: { readonly guardian: GuardianView }) {
  const names = useNames()
  const name = guardian.name ?? names.invented(guardian.address)
  return (
    <PersonLine
      picture={null}
      initials={initialsOf(name ?? '?')}
      name={names.plain(name, guardian.address)}
      past={!guardian.active}
    />
  )
}
