import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { calls } from '../../electron/ipc/contract.ts'
import type { PersonBridge } from '../../electron/ipc/person.ts'
import { callMain, callMainWith, openForeignWindow } from './support/bridge.ts'
import { type Launched, launchApp } from './support/launch.ts'

const NAMES = Object.keys(calls) as (keyof typeof calls)[]
const RUNS = 40
/** Ends the app, as it should. */
const ENDS = new Set<string>(['demo.reset'])

let launched: Launched
beforeAll(async () => {
  launched = await launchApp()
  await launched.page.waitForSelector('#root > :not(style)')
  // Nobody is there to answer a dialog.
  await launched.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (async () => ({ canceled: true, filePaths: [] })) as never
    dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as never
  })
})
afterAll(() => launched?.close())

/** Plain values of every kind, and objects with the right names and wrong or almost right values. */
function garbageFor(name: keyof typeof calls): fc.Arbitrary<unknown> {
  const hex = fc.stringMatching(/^0x[0-9a-f]{40}$/)
  const value = fc.oneof(
    fc.jsonValue(),
    hex,
    fc.nat(),
    fc.integer(),
    fc.string({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 8 }),
  )
  const { shape } = calls[name].input as unknown as { shape?: Record<string, z.ZodType> }
  const near = fc.record(Object.fromEntries(Object.keys(shape ?? {}).map((key) => [key, value])), {
    requiredKeys: [],
  })
  return fc.oneof(value, near)
}

describe('main takes from a page only what its contract names (17)', () => {
  it.each(NAMES)('%s refuses what does not fit, and fails in known words on what does', async (name) => {
    const inputs = fc.sample(garbageFor(name), RUNS)
    const fitting = inputs.filter((input) => calls[name].input.safeParse(input).success)
    const others = inputs.filter((input) => !fitting.includes(input))
    const refused = await callMainWith(launched.page, name, others)
    expect(refused.filter((reply) => reply.ok || reply.code !== 'E_INPUT')).toEqual([])
    if (ENDS.has(name)) return
    const answered = await callMainWith(launched.page, name, [...fitting, undefined])
    expect(answered.filter((reply) => !reply.ok && reply.code === 'E_INTERNAL')).toEqual([])
  })

  it.each(['', 'constructor', '__proto__', 'toString', 'session', 'medical-chain:call', 'SESSION.STATE'])(
    'there is no call "%s"',
    async (name) => {
      expect(await callMain(launched.page, name)).toMatchObject({ ok: false, code: 'E_INPUT' })
    },
  )

  it('a name that is no text is refused', async () => {
    const replies = await launched.page.evaluate(() =>
      Promise.all(
        [null, 7, {}, [], ['session.state']].map((name) =>
          window.medicalChain.call(name as never, undefined),
        ),
      ),
    )
    expect(replies.filter((reply) => reply.ok || reply.code !== 'E_INPUT')).toEqual([])
  })

  it('a file that came from no disk has no path to give', async () => {
    const reply = await launched.page.evaluate(() => window.medicalChain.offer(new File(['hello'], 'a.txt')))
    expect(reply).toMatchObject({ ok: true, value: { name: 'a.txt', mediaType: 'text/plain' } })
    expect(Object.keys((reply as { value: object }).value).sort()).toEqual([
      'byteLength',
      'mediaType',
      'name',
      'refused',
      'token',
    ])
  })
})

describe('main answers nobody but its own window (17)', () => {
  it('another window with the same preload script is refused every call', async () => {
    const foreign = await openForeignWindow(launched.app, 'index.cjs', 'app://bundle/confirm.html')
    const replies = await Promise.all(NAMES.map((name) => callMain(foreign, name)))
    const offered = await foreign.evaluate(() => window.medicalChain.offer(new File(['x'], 'a.txt')))
    await foreign.close()
    expect([...replies, offered].filter((reply) => reply.ok || reply.code !== 'E_INPUT')).toEqual([])
  })

  it('a window that does not face a person gets nothing of theirs and may not answer for them', async () => {
    const foreign = await openForeignWindow(launched.app, 'person.cjs', 'app://bundle/confirm.html')
    const outcomes = await foreign.evaluate(() => {
      const bridge = (window as never as { medicalChainPerson: PersonBridge }).medicalChainPerson
      return Promise.all(
        [bridge.shown(), bridge.answer(true)].map((asked) =>
          asked.then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      )
    })
    await foreign.close()
    expect(outcomes).toEqual(['refused', 'refused'])
  })

  it('a window that main did not open to ask gets no question and may not answer', async () => {
    const foreign = await openForeignWindow(launched.app, 'confirm.cjs', 'app://bundle/confirm.html')
    const outcomes = await foreign.evaluate(() =>
      Promise.all(
        [
          window.medicalChainConfirm.question(),
          window.medicalChainConfirm.answer(true),
          window.medicalChainConfirm.attempt('a passphrase'),
          window.medicalChainConfirm.attempt(null),
        ].map((asked) =>
          asked.then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      ),
    )
    await foreign.close()
    expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused'])
  })

  it('a window that main did not open to print gets no sheet', async () => {
    const foreign = await openForeignWindow(launched.app, 'paper.cjs', 'app://bundle/paper.html')
    const sheet = await foreign.evaluate(() => window.medicalChainPaper.sheet().catch(() => 'refused'))
    await foreign.close()
    expect(sheet).toBe('refused')
  })
})
