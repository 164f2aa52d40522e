import type { appCalls } from '../../ipc/calls/app.ts'
import type { Settings } from '../../ipc/inputs.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { encodeClinicCode } from '../clinic-code.ts'
import { Failure } from '../domain/failure.ts'
import { vouchForClinic } from '../flows/vouch-for-clinic.ts'
import type { Parts } from './parts.ts'

/** One computer, one clinic: another one is joined on another computer, or by another user of this one. */
const elsewhere = (): never => {
  throw new Failure('E_INPUT', { call: 'clinic' })
}

export const appHandlers = ({ session, settings, network, shell }: Parts): Handlers<typeof appCalls> => ({
  'app.about': () => shell.about(),
  'settings.read': () => settings.read(),
  'settings.write': (change) => settings.write(change as Partial<Settings>),
  'network.status': () => network.status(),
  'demo.people': () => network.demo(),
  'demo.reset': () => shell.resetDemo(),

  'clinic.choose': elsewhere,
  'clinic.readCode': elsewhere,
  'clinic.describe': elsewhere,
  'clinic.use': elsewhere,
  'clinic.save': async () => {
    const { name, bytes } = await vouchForClinic(session.world)
    return { saved: await shell.saveFile(name, bytes) }
  },
  'clinic.show': async () => {
    const { bytes } = await vouchForClinic(session.world, 0)
    return { code: encodeClinicCode(bytes) }
  },
})
