import type { peopleCalls } from '../../ipc/calls/people.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { parseAddress } from '../crypto/address.ts'
import { Failure } from '../domain/failure.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import { handOverEnded } from '../flows/acting.ts'
import { handOverProfile } from '../flows/hand-over-profile.ts'
import { profileStanding } from '../flows/keep-profile.ts'
import { listGrants } from '../flows/list-grants.ts'
import { listPatients } from '../flows/list-patients.ts'
import { listDoctors, listPeople, listReaders, overview } from '../flows/list-people.ts'
import { makeSlip } from '../flows/make-slip.ts'
import { previewGive, previewRemove, previewShare } from '../flows/preview-access.ts'
import { readKey } from '../flows/read-key.ts'
import { readName, readPerson } from '../flows/read-person.ts'
import { registerChild } from '../flows/register-child.ts'
import { registerByCode, registerPerson, reinstatePerson, suspendPerson } from '../flows/register-person.ts'
import { renewLicence } from '../flows/renew-licence.ts'
import { declineRequest, listRequests, requestAccess } from '../flows/request-access.ts'
import type { Parts } from './parts.ts'

export const peopleHandlers = ({ session, ledger, paper, shell }: Parts): Handlers<typeof peopleCalls> => ({
  'people.check': async ({ account }) => {
    const address = parseAddress(account)
    return { address, registered: (await ledger.account(address)).roles }
  },
  'people.register': ({ account, ...rest }) =>
    registerPerson(session.world, { account: parseAddress(account), ...rest }),
  'people.registerChild': ({ custodian, ...child }) =>
    registerChild(session.world, { custodian: parseAddress(custodian), ...child }),
  'people.registerByCode': (person) => registerByCode(session.world, person),
  'people.saveSlip': async ({ code }) => ({
    saved: await shell.saveFile('medical-chain-code.pdf', await makeSlip(session.world, paper, code)),
  }),
  'people.list': () => listPeople(session.world),
  'people.overview': () => overview(session.world),
  'people.handOver': ({ account }) => handOverProfile(session.world, account),
  'people.handOverEnded': ({ account, to }) => handOverEnded(session.world, account, parseAddress(to)),
  'people.suspend': ({ account }) => suspendPerson(session.world, account),
  'people.renew': ({ account, until }) => renewLicence(session.world, account, until),
  'people.reinstate': ({ account }) => reinstatePerson(session.world, account),
  'people.publicKey': ({ account }) => readKey(session.world, account),
  'people.doctors': () => listDoctors(session.world),
  'people.readers': () => listReaders(session.world),
  'people.myProfile': async () => ({
    person: await readPerson(session.world, session.world.me),
    identity: await profileStanding(session.world),
  }),

  'patients.list': () => listPatients(session.world),
  'access.request': ({ patient }) => requestAccess(session.world, parseAddress(patient)),
  'access.requests': () => listRequests(session.world),
  'access.decline': ({ doctor }) => declineRequest(session.world, doctor),
  'access.grants': () => listGrants(session.world, session.world.me),
  'access.previewGive': ({ reader }) => previewGive(session.world, reader),
  'access.give': async ({ folders, ...given }) => {
    const readerName = (await readName(session.world, given.reader)) ?? given.reader
    const all = [IDENTITY_FOLDER, ...new Set(folders)].sort((a, b) => a - b)
    return session.jobs.give({ ...given, readerName, folders: all })
  },
  'access.previewShare': ({ reader, records }) => previewShare(session.world, reader, records),
  'access.share': async ({ reader, ...shared }) => {
    const readerName = (await readName(session.world, reader)) ?? reader
    return session.jobs.give({ reader, readerName, ...shared })
  },
  'access.previewRemove': ({ reader }) => previewRemove(session.world, reader),
  'access.remove': async ({ reader }) => {
    const { folders } = await session.world.ledger.right(session.world.me, reader)
    if (folders.length === 0) throw new Failure('E_NOT_ALLOWED', { reader })
    return session.jobs.remove(reader, (await readName(session.world, reader)) ?? reader, [...folders])
  },
})
