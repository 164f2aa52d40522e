import { createHash } from 'node:crypto'
import { unixfs } from '@helia/unixfs'
import { createHeliaLight, type Helia } from 'helia'
import type { Blockstore } from 'interface-blockstore'
import type { Datastore } from 'interface-datastore'
import { importFile } from 'ipfs-unixfs-importer'
import { CID } from 'multiformats/cid'
import { cidOf, pointerTo } from '../crypto/pointer.ts'
import type { Cid, Pointer } from '../domain/bytes.ts'
import { MAX_BLOCK } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Blobs, Held, Pins } from '../ports/blobs.ts'
import type { Holding } from '../ports/shared-store.ts'
import { carOf } from './blobs-car.ts'

const isPointer = (what: Pointer | Cid): what is Pointer => what.startsWith('0x')
const cidFrom = (what: Pointer | Cid): CID => CID.parse(isPointer(what) ? cidOf(what) : what)

/** CIDv1, raw leaves, 1 MiB chunks, 1024 links (IPIP-499): what every conforming store computes. */
const PROFILE = { profile: 'unixfs-v1-2025' } as const

/** Local reads gain nothing from more. */
const ONE_AT_A_TIME: object = { blockReadConcurrency: 1, offline: true }
/** The exporter runs ahead of whoever reads slowly, without a limit (measured): it gets this many bytes to do at once. */
const STRETCH = 8 * MAX_BLOCK

type Range = { readonly offset: number; readonly length: number }

/** What other stores are given from this one, and what is taken in from them. */
export type Exchange = {
  /** @throws Failure E_BLOCK_MISSING */
  readonly holding: (cid: Cid) => Promise<Holding>
  /** Keeps what another store says is `cid`. @throws Failure E_BLOCK_DAMAGED when it is something else */
  readonly take: (cid: Cid, content: AsyncIterable<Uint8Array>) => Promise<void>
}

/** The embedded store, over any block- and datastore: on disk for people, in memory for tests. */
export type EmbeddedBlobs = Blobs & Pins & Held & Exchange & { readonly stop: () => Promise<void> }

export async function createHeliaBlobs(stores: {
  blockstore: Blockstore
  datastore: Datastore
}): Promise<EmbeddedBlobs> {
  const helia: Helia = await createHeliaLight({
    blockstore: stores.blockstore,
    datastore: stores.datastore,
  }).start()
  const files = unixfs({ blockstore: verifying(stores.blockstore) } as never)

  async function pin(cid: CID): Promise<void> {
    if (await helia.pins.isPinned(cid)) return
    for await (const _ of helia.pins.add(cid)) {
      // Each step names a block that is now pinned.
    }
  }

  async function unpin(cid: CID): Promise<void> {
    if (!(await helia.pins.isPinned(cid))) return
    for await (const _ of helia.pins.rm(cid)) {
      // Each step names a block that is no longer pinned.
    }
  }

  async function* read(root: CID, { offset, length }: Range): AsyncGenerator<Uint8Array> {
    for (let at = offset; at < offset + length; at += STRETCH) {
      const stretch = { offset: at, length: Math.min(STRETCH, offset + length - at) }
      yield* files.cat(root, { ...ONE_AT_A_TIME, ...stretch })
    }
  }

  const lengthOf = async (root: CID): Promise<number> => Number((await files.stat(root)).size)

  return {
    putBlock: async (block) => {
      if (block.length > MAX_BLOCK) throw new Failure('E_FILE_TOO_LARGE', { limit: MAX_BLOCK })
      const pointer = pointerTo(block)
      const cid = cidFrom(pointer)
      await guarded(async () => void (await stores.blockstore.put(cid, block)))
      await pin(cid)
      return pointer
    },
    getBlock: async (pointer) => {
      const cid = cidFrom(pointer)
      if (!(await stores.blockstore.has(cid))) throw new Failure('E_BLOCK_MISSING', { block: pointer })
      return readVerified(stores.blockstore, cid)
    },
    putFile: async (content) => {
      const { cid } = await guarded(() => importFile({ content }, stores.blockstore, PROFILE))
      await pin(cid)
      return cid.toString() as Cid
    },
    cidOf: async (content) => {
      const nowhere = { put: async (cid: CID) => cid }
      const { cid } = await importFile({ content }, nowhere as never, PROFILE)
      return cid.toString() as Cid
    },
    getFile: async function* (cid, range) {
      const root = CID.parse(cid)
      if (!(await stores.blockstore.has(root))) throw new Failure('E_BLOCK_MISSING', { block: cid })
      yield* read(root, range ?? { offset: 0, length: await lengthOf(root) })
    },
    holding: async (cid) => {
      const root = CID.parse(cid)
      if (!(await stores.blockstore.has(root))) throw new Failure('E_BLOCK_MISSING', { block: cid })
      const byteLength = await lengthOf(root)
      return {
        cid,
        byteLength,
        bytes: () => read(root, { offset: 0, length: byteLength }),
        car: () => carOf(verifying(stores.blockstore), root),
      }
    },
    take: async (cid, content) => {
      const { cid: found } = await guarded(() => importFile({ content }, stores.blockstore, PROFILE))
      if (found.toString() !== cid) throw new Failure('E_BLOCK_DAMAGED', { block: cid })
      await pin(found)
    },
    has: async (what) => stores.blockstore.has(cidFrom(what)),
    unpin: async (what) => unpin(cidFrom(what)),
    pinned: async () => {
      const found: Cid[] = []
      for await (const { cid } of helia.pins.ls()) found.push(cid.toString() as Cid)
      return found
    },
    release: async (cid) => unpin(CID.parse(cid)),
    collect: async () => {
      await helia.gc()
    },
    usage: async () => {
      let blocks = 0
      let bytes = 0
      for await (const { bytes: parts } of stores.blockstore.getAll()) {
        blocks += 1
        for await (const part of parts) bytes += part.length
      }
      return { blocks, bytes }
    },
    stop: async () => {
      await helia.stop()
    },
  }
}

/** Helia hands out local blocks unchecked; here a block is always the one its hash names. */
function verifying(blockstore: Blockstore): Blockstore {
  return new Proxy(blockstore, {
    get: (target, name) =>
      name === 'get'
        ? async function* (cid: CID) {
            if (!(await target.has(cid))) throw new Failure('E_BLOCK_MISSING', { block: cid.toString() })
            yield await readVerified(target, cid)
          }
        : Reflect.get(target, name),
  })
}

async function readVerified(blockstore: Blockstore, cid: CID): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const part of blockstore.get(cid)) parts.push(part)
  const block = Uint8Array.from(Buffer.concat(parts))
  const digest = createHash('sha256').update(block).digest()
  if (!digest.equals(cid.multihash.digest)) throw new Failure('E_BLOCK_DAMAGED', { block: cid.toString() })
  return block
}

/** A full disk is told as such. */
async function guarded<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (cause) {
    if ((cause as { code?: string }).code === 'ENOSPC') throw new Failure('E_DISK_FULL', {}, { cause })
    throw cause
  }
}
