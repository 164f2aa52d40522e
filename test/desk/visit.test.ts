import { describe, expect, it } from 'vitest'
import type { Address, Cid } from '../../electron/main/domain/bytes.ts'
import type { VisitState } from '../../electron/main/domain/desk.ts'
import { Visit } from '../../electron/main/visit.ts'
import { addressAt } from '../support/clinic.ts'

const me = addressAt(4)
const cid = (name: string): Cid => name as Cid

/** A computer with one store in memory of everything that a visit touches. */
function computer() {
  const done: string[] = []
  const entries = new Map<string, string>()
  const vaults = new Map<Address, { backedUp: boolean }>()
  const pins = new Set<Cid>([cid('clinic')])
  const elsewhere = new Set<Cid>()
  const told: (VisitState | null)[] = []
  const board = { text: '' }
  const shelved: Address[] = []
  const open = () =>
    new Visit({
      profiles: {
        has: async (address) => vaults.has(address),
        read: async (address) => ({
          ...vaults.get(address)!,
          roles: [],
          replaces: null,
          file: none,
          secret: none,
        }),
        remove: async (address) => {
          vaults.delete(address)
          done.push('remove')
        },
      },
      blobs: {
        pinned: async () => [...pins],
        release: async (one) => void pins.delete(one),
        collect: async () => void done.push('collect'),
        copiesOf: async (one) => (elsewhere.has(one as Cid) ? ['shared'] : []),
      },
      shelf: {
        patients: (reader) => (reader === me ? shelved : []),
        clear: async (_, patient) => void done.push(`clear ${patient}`),
      },
      memory: { forget: () => 3 },
      store: {
        keys: async () => [...entries.keys()],
        get: async (key) => entries.get(key) ?? null,
        set: async (key, value) => void entries.set(key, value),
        remove: async (key) => void entries.delete(key),
      },
      clipping: {
        clearIf: async (ours) => {
          if (board.text === '' || !ours(board.text)) return false
          board.text = ''
          return true
        },
      },
      signOut: async () => void done.push('signOut'),
      closeWindow: () => void done.push('closeWindow'),
      changed: (state) => void told.push(state),
      refresh: () => void done.push('refresh'),
    })
  return { open, visit: open(), done, entries, vaults, pins, elsewhere, told, board, shelved }
}
const none = new Uint8Array()

describe('a visit', () => {
  it('sends away whoever was in, and is known as one', async () => {
    const { visit, done, told } = computer()
    await visit.begin(me)
    expect(done).toEqual(['signOut'])
    expect(told).toEqual([{ stage: 'running', account: me, key: 'none' }])
    await expect(visit.begin(addressAt(5))).rejects.toMatchObject({ code: 'E_VISIT_RUNNING' })
  })

  it('lets nobody else in before it is over', async () => {
    const { visit } = computer()
    visit.admit(addressAt(5))
    await visit.begin(me)
    visit.admit(me)
    expect(() => visit.admit(addressAt(5))).toThrow('E_VISIT_RUNNING')
    await visit.end('asked', true)
    visit.admit(addressAt(5))
  })

  it('is none for somebody whose key is on this computer for good', async () => {
    const { visit, vaults, entries } = computer()
    vaults.set(me, { backedUp: true })
    await expect(visit.begin(me)).rejects.toMatchObject({ code: 'E_VISIT_AT_HOME', detail: { account: me } })
    expect(entries.size).toBe(0)
    expect(await visit.end('asked', true)).toBeNull()
    expect(vaults.has(me)).toBe(true)
  })

  it('does not end with a key that is nowhere else, unless that is wanted', async () => {
    const { visit, vaults, done } = computer()
    await visit.begin(me)
    vaults.set(me, { backedUp: false })
    expect(await visit.state()).toMatchObject({ key: 'only-here' })
    await expect(visit.end('asked', false)).rejects.toMatchObject({ code: 'E_VISIT_NO_BACKUP' })
    expect(done).toEqual(['signOut'])
    vaults.set(me, { backedUp: true })
    expect(await visit.state()).toMatchObject({ key: 'backed-up' })
    expect(await visit.end('asked', false)).toMatchObject({ stage: 'over', removed: { key: true } })
    expect(vaults.size).toBe(0)
  })

  it('ends the vault before it deletes it, and loads the page anew last', async () => {
    const { visit, done } = computer()
    await visit.begin(me)
    await visit.end('idle', true)
    expect(done).toEqual(['signOut', 'closeWindow', 'signOut', 'remove', 'refresh'])
  })

  it('takes what they had opened from the shelf', async () => {
    const { visit, done, shelved } = computer()
    await visit.begin(me)
    shelved.push(me)
    await visit.end('asked', true)
    expect(done).toContain(`clear ${me}`)
  })

  it('lets go of blocks that came during it and are kept elsewhere, and of no others', async () => {
    const { visit, pins, elsewhere } = computer()
    elsewhere.add(cid('clinic'))
    await visit.begin(me)
    for (const name of ['theirs', 'only copy']) pins.add(cid(name))
    elsewhere.add(cid('theirs'))
    expect(await visit.end('asked', true)).toMatchObject({
      removed: { blocks: 1, blocksKept: 1, answers: 3 },
    })
    expect([...pins]).toEqual(['clinic', 'only copy'])
  })

  it.each([
    ['what was copied here is taken from the clipboard', 'a wallet address', ''],
    ['what somebody else has put there since stays', 'a shopping list', 'a shopping list'],
  ])('%s', async (_, held, left) => {
    const { visit, board } = computer()
    await visit.begin(me)
    visit.copied('a wallet address')
    board.text = held
    expect(await visit.end('asked', true)).toMatchObject({ removed: { clipboard: left === '' } })
    expect(board.text).toBe(left)
  })

  it('that two ask to end ends once', async () => {
    const { visit, done } = computer()
    await visit.begin(me)
    const [first, second] = await Promise.all([visit.end('asked', true), visit.end('idle', true)])
    expect(first).toBe(second)
    expect(done.filter((one) => one === 'remove')).toHaveLength(1)
  })

  it('that a crash has cut short is ended at the next start, and told until somebody has read it', async () => {
    const { visit, open, vaults, entries } = computer()
    await visit.begin(me)
    vaults.set(me, { backedUp: false })
    const next = open()
    await next.recover()
    expect(vaults.size).toBe(0)
    expect(await next.state()).toMatchObject({ stage: 'over', reason: 'interrupted', account: me })
    const third = open()
    await third.recover()
    expect(await third.state()).toMatchObject({ stage: 'over' })
    await third.close()
    expect(entries.size).toBe(0)
    expect(await third.state()).toBeNull()
    const fourth = open()
    await fourth.recover()
    expect(await fourth.state()).toBeNull()
  })
})
