import type { recordCalls } from '../../ipc/calls/records.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { IDENTITY_FOLDER } from '../domain/folder.ts'
import { keepChosen, offerDrafts } from '../drafted.ts'
import { copyRecord } from '../flows/copy-record.ts'
import { exportFhir, exportProof, exportTable } from '../flows/export-log.ts'
import { keepHere } from '../flows/keep-here.ts'
import { profileSource } from '../flows/keep-profile.ts'
import { listFolders } from '../flows/list-folders.ts'
import { listRecords } from '../flows/list-records.ts'
import { makeReceipt } from '../flows/make-receipt.ts'
import { makeReport } from '../flows/make-report.ts'
import { openCard } from '../flows/open-card.ts'
import { findRecord, openRecord } from '../flows/open-record.ts'
import { readLog, verifyLog } from '../flows/read-log.ts'
import { rememberPlace, suggestSpecialty } from '../flows/suggest-specialty.ts'
import type { Parts } from './parts.ts'

const EXPORTS = {
  table: { ending: 'csv', make: exportTable },
  fhir: { ending: 'fhir.json', make: exportFhir },
  proof: { ending: 'audit.json', make: exportProof },
} as const

export const recordHandlers = ({
  session,
  offers,
  tickets,
  shell,
  paper,
}: Parts): Handlers<typeof recordCalls> => ({
  'files.choose': async () => Promise.all((await shell.chooseFiles()).map((path) => offers.offerPath(path))),
  'files.begin': ({ name, byteLength }) => offers.begin(name, byteLength),
  'files.push': ({ token, chunk }) => offers.push(token, chunk),
  'files.suggest': async ({ token }) => {
    const { suggestion, words } = await suggestSpecialty(session.world, offers.look(token))
    offers.note(token, words)
    return suggestion
  },
  'files.forget': ({ token }) => offers.forget(token),
  'drafts.list': ({ patient }) => offerDrafts(session.world, offers, patient),
  'drafts.keep': ({ patient, files }) => keepChosen(session.world, offers, patient, files),

  'records.list': ({ patient }) => listRecords(session.world, patient),
  'folders.list': ({ patient }) => listFolders(session.world, patient),
  'records.add': async ({ patient, files }) => {
    const ids: string[] = []
    for (const { token, title, to } of files) {
      const { source, mediaType, words } = offers.take(token)
      ids.push(await session.jobs.add({ patient, to, title, mediaType }, source))
      await rememberPlace(session.world, words, patient, to)
    }
    return ids
  },
  'records.move': async ({ id, to }) => {
    const { content } = await openCard(session.world, await findRecord(session.world, session.world.me, id))
    return session.jobs.move(id, content.title, to)
  },
  'records.open': async ({ patient, id }) => {
    const opened = await openRecord(session.world, patient, id)
    if (opened.logged !== null) session.jobs.views.note()
    return tickets.issue(session.world, opened)
  },
  'records.keepHere': ({ patient, id, keep }) => keepHere(session.world, patient, id, keep),
  'records.copyForResearch': async ({ id, ...choices }) => {
    const { copy, ending, origin } = await copyRecord(session.world, id, choices)
    const beside = origin === null ? undefined : { ending: 'origin.json', bytes: origin }
    return { saved: await shell.saveFile(`research-copy.${ending}`, copy, beside) }
  },
  'records.close': ({ ticket }) => tickets.close(ticket),
  'records.keepProfile': async () => {
    const { source, mediaType } = await profileSource(session.world)
    const patient = session.world.me
    return session.jobs.add({ patient, to: { folder: IDENTITY_FOLDER }, title: 'profile', mediaType }, source)
  },

  'jobs.list': () => (session.state.stage === 'open' ? session.jobs.list() : []),
  'jobs.cancel': ({ id }) => session.jobs.cancel(id),
  'jobs.retry': ({ id }) => session.jobs.retry(id),
  'jobs.dismiss': ({ id }) => session.jobs.dismiss(id),

  'log.list': () => readLog(session.world),
  'log.verify': () => verifyLog(session.world),
  'log.export': async ({ as }) => {
    const { ending, make } = EXPORTS[as]
    return { saved: await shell.saveFile(`medical-chain-log.${ending}`, await make(session.world)) }
  },
  'log.saveReport': async () => {
    const { pdf, statement } = await makeReport(session.world, paper)
    const beside = { ending: 'signed.json', bytes: statement }
    return { saved: await shell.saveFile('medical-chain-log.pdf', pdf, beside) }
  },
  'log.saveReceipt': async ({ id }) => ({
    saved: await shell.saveFile('medical-chain-receipt.pdf', await makeReceipt(session.world, paper, id)),
  }),
})
