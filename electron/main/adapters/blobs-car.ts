import { CarWriter } from '@ipld/car'
import { decode } from '@ipld/dag-pb'
import type { Blockstore } from 'interface-blockstore'
import type { CID } from 'multiformats/cid'

const DAG_PB = 0x70

/**
 * A file and all below it, each block once, the root first.
 * @see https://ipld.io/specs/transport/car/carv1/
 */
export function carOf(blockstore: Pick<Blockstore, 'get'>, root: CID): AsyncIterable<Uint8Array> {
  const { writer, out } = CarWriter.create([root])
  // The writer waits for its reader, and a failure reaches the reader by ending the stream with it.
  const writing = write(blockstore, root, new Set(), writer.put.bind(writer)).finally(() => writer.close())
  return (async function* () {
    yield* out
    await writing
  })()
}

async function write(
  blockstore: Pick<Blockstore, 'get'>,
  cid: CID,
  seen: Set<string>,
  put: (block: { cid: CID; bytes: Uint8Array }) => Promise<void>,
): Promise<void> {
  if (seen.has(cid.toString())) return
  seen.add(cid.toString())
  const parts: Uint8Array[] = []
  for await (const part of blockstore.get(cid)) parts.push(part)
  const bytes = Buffer.concat(parts)
  await put({ cid, bytes })
  if (cid.code !== DAG_PB) return
  for (const { Hash } of decode(bytes).Links) await write(blockstore, Hash, seen, put)
}
