import { cidOf, pointerTo } from '../crypto/pointer.ts'
import type { Cid, Pointer } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { StoreState } from '../domain/store.ts'
import type { Blobs, Copies, Held, Pins } from '../ports/blobs.ts'
import type { Neighbours } from '../ports/neighbours.ts'
import type { Holding, SharedStore } from '../ports/shared-store.ts'
import type { EmbeddedBlobs } from './blobs-helia.ts'
import { createStoreTimes } from './store-times.ts'

/** The largest file of the app with its padding and tags, in bytes: an answer that goes on is not what was asked for. */
const LONGEST = 2.5 * 2 ** 30
const LARGEST_BLOCK = 2 ** 20
/** What no shared store is called: its name would be empty. */
const HERE = ''

type Settings = {
  readonly local: EmbeddedBlobs
  readonly neighbours?: Neighbours
  readonly stores: readonly SharedStore[]
  /** On how many of the stores something must be before it counts as kept. */
  readonly copies: number
  readonly changed?: (states: readonly StoreState[]) => void
  /** Whether somebody has asked to work as if no store answered. */
  readonly isOffline?: () => boolean
  /** Keeps the books of what has come from another store, how long it was, and what has gone from here. */
  readonly books?: { readonly fetched: (cid: Cid, bytes: number) => void; readonly gone: (cid: Cid) => void }
}

/**
 * This machine's store, backed by those it shares with others: written to `copies` of them, read from a neighbour or the
 * quickest store whose answer has the right hash, and kept here from then on.
 */
export function createSharedBlobs({
  local,
  neighbours,
  stores,
  copies,
  changed,
  isOffline,
  books,
}: Settings): Blobs & Pins & Held & Copies {
  const states = new Map<SharedStore, StoreState>(
    stores.map((store) => [store, { name: store.name, state: 'unknown', since: seconds(), failure: null }]),
  )
  /** Milliseconds to the end of the last answer, by store. */
  const pace = new Map<SharedStore, number>()
  const times = createStoreTimes()

  function note(store: SharedStore, failure: Failure | null): void {
    const before = states.get(store)!
    // That it lacks one thing says nothing about the store.
    if (failure?.code === 'E_BLOCK_MISSING') return
    const state = failure === null ? 'online' : 'failing'
    const since = state === before.state ? before.since : seconds()
    states.set(store, { name: store.name, state, since, failure: failure?.code ?? null })
    if (state !== before.state) changed?.([...states.values()])
  }

  async function noted<T>(store: SharedStore, ask: () => Promise<T>): Promise<T> {
    try {
      if (isOffline?.()) throw new Failure('E_STORE_UNREACHABLE', { store: store.name })
      const started = performance.now()
      const answer = await ask()
      pace.set(store, performance.now() - started)
      note(store, null)
      return answer
    } catch (error) {
      const failure = Failure.from(error)
      note(store, failure)
      throw failure
    }
  }

  const giveTo = (store: SharedStore, holding: Holding): Promise<void> =>
    noted(store, () => times.during(store.name, 'storing', () => store.put(holding)))

  /** Resolves as soon as enough stores have it; the others go on by themselves. */
  async function spread(cid: Cid): Promise<void> {
    const holding = await local.holding(cid)
    await enough(
      stores.map((store) => giveTo(store, holding)),
      copies,
    )
  }

  /** From the first neighbour, or else the quickest store, whose answer is what was asked for. */
  async function fetchHere(cid: Cid, limit: number): Promise<void> {
    let length = 0
    const takeFrom = (source: Pick<SharedStore, 'get'>): Promise<void> =>
      local.take(
        cid,
        upTo(limit, source.get(cid), cid, (bytes) => {
          length = bytes
        }),
      )
    const inOrder = [...stores].sort((a, b) => (pace.get(a) ?? 0) - (pace.get(b) ?? 0))
    const tries = inOrder.map(
      (store) => () => noted(store, () => times.during(store.name, 'fetching', () => takeFrom(store))),
    )
    if (neighbours !== undefined && !isOffline?.()) tries.unshift(() => takeFrom(neighbours))
    const failures: Failure[] = []
    for (const attempt of tries) {
      try {
        await attempt()
        return books?.fetched(cid, length)
      } catch (error) {
        failures.push(Failure.from(error))
      }
    }
    throw worstOf(failures) ?? new Failure('E_BLOCK_MISSING', { block: cid })
  }

  const cidFrom = (what: Pointer | Cid): Cid =>
    what.startsWith('0x') ? cidOf(what as Pointer) : (what as Cid)

  return {
    putBlock: async (block) => {
      const pointer = await times.during(HERE, 'storing', () => local.putBlock(block))
      await spread(cidOf(pointer))
      return pointer
    },
    getBlock: async (pointer) => {
      if (!(await local.has(pointer))) await fetchHere(cidOf(pointer), LARGEST_BLOCK)
      return times.during(HERE, 'fetching', () => local.getBlock(pointer))
    },
    putFile: async (content) => {
      const cid = await local.putFile(content)
      await spread(cid)
      return cid
    },
    cidOf: (content) => local.cidOf(content),
    getFile: async function* (cid, range) {
      if (!(await local.has(cid))) await fetchHere(cid, LONGEST)
      yield* local.getFile(cid, range)
    },
    has: (what) => local.has(what),
    unpin: async (what) => {
      await local.unpin(what)
      books?.gone(cidFrom(what))
      await Promise.all(stores.map((store) => noted(store, () => store.drop(cidFrom(what)))))
    },
    pinned: () => local.pinned(),
    release: async (cid) => {
      await local.release(cid)
      books?.gone(cid)
    },
    collect: () => local.collect(),
    usage: () => local.usage(),
    states: () => [...states.values()],
    timesOf: (store) => times.of(store ?? HERE),
    probe: async () => {
      const asked = stores.filter((store) => states.get(store)!.state !== 'online')
      await Promise.allSettled(asked.map((store) => noted(store, () => store.has(NOTHING))))
    },
    copiesOf: async (what) => {
      const cid = cidFrom(what)
      const held = await Promise.all(
        stores.map(async (store) =>
          (await noted(store, () => store.has(cid)).catch(() => false)) ? store.name : null,
        ),
      )
      return held.filter((name) => name !== null)
    },
    repair: async (what) => {
      const cid = cidFrom(what)
      if (!(await local.has(what))) await fetchHere(cid, what.startsWith('0x') ? LARGEST_BLOCK : LONGEST)
      const lacking: SharedStore[] = []
      for (const store of stores) if (!(await noted(store, () => store.has(cid)))) lacking.push(store)
      const holding = await local.holding(cid)
      for (const store of lacking) await giveTo(store, holding)
      return lacking.length
    },
  }
}

/** A block that every store knows how to look for: SHA-256 of nothing. */
const NOTHING = cidOf(pointerTo(new Uint8Array()))

/** Waits for `needed` of the tries. @throws Failure of one that failed, when too many have */
function enough(tries: readonly Promise<unknown>[], needed: number): Promise<void> {
  return new Promise((done, failed) => {
    let kept = 0
    const failures: Failure[] = []
    if (needed === 0) done()
    for (const attempt of tries) {
      attempt.then(
        () => {
          kept += 1
          if (kept === needed) done()
        },
        (error) => {
          failures.push(Failure.from(error))
          if (tries.length - failures.length === needed - 1) failed(worstOf(failures)!)
        },
      )
    }
  })
}

async function* upTo(
  limit: number,
  source: AsyncIterable<Uint8Array>,
  cid: Cid,
  counted: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let length = 0
  for await (const piece of source) {
    length += piece.length
    counted(length)
    if (length > limit) throw new Failure('E_BLOCK_DAMAGED', { block: cid })
    yield piece
  }
}

/** What a person should hear of several failures: a wrong answer before no answer, no answer before a missing copy. */
const GRAVITY = [
  'E_DISK_FULL',
  'E_BLOCK_DAMAGED',
  'E_STORE_FOREIGN_CID',
  'E_STORE_REFUSED',
  'E_STORE_UNREACHABLE',
]

function worstOf(failures: readonly Failure[]): Failure | null {
  const rank = ({ code }: Failure): number =>
    (GRAVITY.indexOf(code) + GRAVITY.length + 1) % (GRAVITY.length + 1)
  return [...failures].sort((a, b) => rank(a) - rank(b))[0] ?? null
}

const seconds = (): number => Math.floor(Date.now() / 1000)
