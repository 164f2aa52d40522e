import type { emergencyCalls } from '../../ipc/calls/emergency.ts'
import type { Handlers } from '../../ipc/kit.ts'
import { parseAddress } from '../crypto/address.ts'
import { answerDrill, callDrill } from '../flows/drill.ts'
import {
  closeEmergency,
  enterEmergency,
  openEmergency,
  requestEmergency,
  reviewEmergency,
  vetoEmergency,
} from '../flows/emergency.ts'
import { acceptGuardian, approveEmergency, extendEmergency, resignGuardian } from '../flows/guard.ts'
import { listEmergencies, listGuarded, readPlan } from '../flows/list-emergencies.ts'
import { makeCard } from '../flows/make-card.ts'
import { endEmergencyPlan, setEmergencyPlan } from '../flows/set-emergency-plan.ts'
import type { Parts } from './parts.ts'

export const emergencyHandlers = ({ session, paper, shell }: Parts): Handlers<typeof emergencyCalls> => ({
  'emergency.plan': () => readPlan(session.world, session.world.me),
  'emergency.setPlan': async (terms) => {
    await setEmergencyPlan(session.world, terms)
    await session.jobs.closeEnded()
  },
  'emergency.endPlan': async () => {
    await endEmergencyPlan(session.world)
    await session.jobs.closeEnded()
  },
  'emergency.saveCard': async () => ({
    saved: await shell.saveFile('medical-chain-emergency-card.pdf', await makeCard(session.world, paper)),
  }),
  'emergency.guarded': () => listGuarded(session.world),
  'emergency.accept': async ({ patient }) => void (await acceptGuardian(session.world, patient)),
  'emergency.resign': async ({ patient }) => void (await resignGuardian(session.world, patient)),
  'emergency.callDrill': async () => void (await callDrill(session.world)),
  'emergency.answerDrill': async ({ patient }) => void (await answerDrill(session.world, patient)),
  'emergency.list': () => listEmergencies(session.world),
  'emergency.request': async ({ patient, ...stated }) =>
    void (await requestEmergency(session.world, parseAddress(patient), stated)),
  'emergency.approve': async ({ patient, request }) =>
    void (await approveEmergency(session.world, patient, request)),
  'emergency.veto': async ({ patient, request }) =>
    void (await vetoEmergency(session.world, patient, request)),
  'emergency.open': async ({ patient, request }) =>
    void (await openEmergency(session.world, patient, request)),
  'emergency.enter': ({ patient, request }) => enterEmergency(session.world, patient, request),
  'emergency.extend': async ({ patient, request }) =>
    void (await extendEmergency(session.world, patient, request)),
  'emergency.close': async ({ patient, request }) =>
    void (await closeEmergency(session.world, patient, request)),
  'emergency.review': async ({ request, verdict }) => {
    await reviewEmergency(session.world, request, verdict)
    await session.jobs.closeEnded()
  },
})
