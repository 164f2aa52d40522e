import type { ReportSheet } from '../../electron/ipc/paper.ts'
import { folderName } from '../lib/folder-name.ts'
import { formatCount, formatMoment, inWords, shortAddress } from '../lib/format.ts'
import { tellLine } from '../lib/tell-line.ts'
import { sayOf } from './say.ts'

type Props = Pick<ReportSheet, 'specialties'> & { readonly line: ReportSheet['lines'][number] }

const say = sayOf('report')
/** The first admin was appointed by the contract itself. */
const NOBODY = `0x${'0'.repeat(40)}`

/** One act: its sentence, the folders that it is about, and its transaction. */
export function ReportLine({ line, specialties }: Props) {
  const { at, actor, actorName, patient, folders, block, transaction } = line
  const told = tellLine(line, {
    say: sayOf('screens'),
    called: (name, address) => name ?? shortAddress(address),
    // Whoever reads it on paper may be anybody, so everybody is named.
    reader: null,
  })
  const named = folders.map((folder) =>
    folderName({ folder, specialty: specialties[`${patient}/${folder}`] ?? null }, sayOf('common')),
  )
  return (
    <tr>
      <td>{formatMoment(at)}</td>
      <td>
        {actorName}
        <p className="mono">{actor === NOBODY ? '–' : actor}</p>
      </td>
      <td>
        {told}
        {named.length > 0 && (
          <p className="report-folders">
            {say('folders', { count: named.length, names: inWords(named, 'en') })}
          </p>
        )}
        <p className="mono">{transaction}</p>
      </td>
      <td>{formatCount(block)}</td>
    </tr>
  )
}
