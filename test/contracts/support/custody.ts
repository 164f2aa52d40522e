import { type Clinic, DAY, ethers, type Message, networkHelpers, openClinic, pointer } from './clinic.ts'

/** What the child's address is the hash of. */
export const SEED = pointer('seed of a child')

/** The rule of ICustody, written from its text alone. */
export const childOf = (seed: string): string =>
  ethers.getAddress(
    ethers.dataSlice(
      ethers.keccak256(ethers.concat([ethers.toUtf8Bytes('Medical-Chain custody'), seed])),
      12,
    ),
  )

export const child = childOf(SEED)

export const WITHOUT_END = 2n ** 40n - 1n

/** The fields of the child's first custody, for a year. */
export const custody = async (clinic: Clinic, fields: Message = {}): Promise<Message> => ({
  by: clinic.at('admin'),
  patient: child,
  custodian: clinic.at('stranger'),
  until: (await networkHelpers.time.latest()) + 365 * DAY,
  seed: SEED,
  ...fields,
})

export const registerChild = (clinic: Clinic) =>
  clinic.send('RegisterPatient', {
    admin: clinic.at('admin'),
    account: child,
    profile: pointer('child'),
    until: 0,
  })

/** Registers the child, and somebody of the clinic acts for it. */
export async function withCustodian(clinic: Clinic, name: string): Promise<void> {
  await registerChild(clinic)
  await clinic.send('SetCustodian', await custody(clinic, { custodian: clinic.at(name) }))
}

/** The custodian joins for the child, with folders 0 and 1. */
export const joinForChild = async (clinic: Clinic, name: string) =>
  clinic.bring(
    'Join',
    {
      account: child,
      publicKey: pointer('key of the child'),
      device: clinic.at('device'),
      folders: [0, 1],
      keyrings: [pointer('0 of the child'), pointer('1 of the child')],
    },
    { signer: clinic.who(name) },
  )

/** A child that is registered, for whom the stranger, who is registered as nothing, acts and has joined. */
export async function childInCustody(): Promise<Clinic> {
  const clinic = await openClinic()
  await withCustodian(clinic, 'stranger')
  await joinForChild(clinic, 'stranger')
  return clinic
}

export const handOver = (clinic: Clinic, by: string, to: string) =>
  clinic.bring('HandOver', { by: clinic.at(by), patient: child, to: clinic.at(to) })

/** Gives the doctor a right for the child, or takes it back, as this person signs it. */
export const give = async (clinic: Clinic, signer: string) =>
  clinic.bring('GiveAccess', await clinic.right({ patient: child }), { signer: clinic.who(signer) })
export const remove = (clinic: Clinic, signer: string) =>
  clinic.bring(
    'RemoveAccess',
    { patient: child, reader: clinic.at('doctor'), folders: [] },
    { signer: clinic.who(signer) },
  )

/** An admin, unless given, names who acts for the child. */
export const setCustodian = async (clinic: Clinic, fields: Message = {}) =>
  clinic.bring('SetCustodian', await custody(clinic, fields))
