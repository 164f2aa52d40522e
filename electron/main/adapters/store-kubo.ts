import { create, type KuboRPCClient } from 'ipfs-http-client'
import { z } from 'zod'
import type { Cid } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { SharedStore } from '../ports/shared-store.ts'
import { uploadToKubo } from './kubo-upload.ts'
import { refusalOf, SILENCE_MS, Silence, unreachable } from './store-silence.ts'

/** unixfs-v1-2025 (IPIP-499), spelled out: servers have defaults of their own. */
const PROFILE = {
  'cid-version': '1',
  'raw-leaves': 'true',
  chunker: 'size-1048576',
  'max-file-links': '1024',
  pin: 'true',
} as const

/** The last line of an upload's answer; those before it tell how far the server has come. */
const added = z.object({ Hash: z.string() })
const imported = z.object({
  Root: z.object({ Cid: z.object({ '/': z.string() }), PinErrorMsg: z.string().optional() }),
})

type Settings = {
  readonly name: string
  /** The RPC API's address, as `http://host:5001`. */
  readonly url: string
  /** What a proxy in front of it asks for; null where nothing does. */
  readonly key?: () => Promise<string | null>
  readonly silenceMs?: number
}

/** A node of the clinic's that speaks Kubo's RPC API: Kubo itself, IPFS Cluster's proxy, js-ipfs. */
export function createKuboStore({ name, url, key, silenceMs = SILENCE_MS }: Settings): SharedStore {
  const headers = async (): Promise<Record<string, string>> => {
    const authorization = (await key?.()) ?? null
    return authorization === null ? {} : { authorization: `Bearer ${authorization}` }
  }
  const client = async (): Promise<KuboRPCClient> => create({ url, headers: await headers() })

  /** The client's own time-out never fires, so each call gets a signal. */
  async function asked<T>(ask: (node: KuboRPCClient, silence: Silence) => Promise<T>): Promise<T> {
    const silence = new Silence(silenceMs)
    try {
      return await ask(await client(), silence)
    } catch (error) {
      throw failureOf(name, error)
    } finally {
      silence.end()
    }
  }

  const has = (cid: Cid): Promise<boolean> =>
    asked(async (node, { signal }) => {
      for await (const pin of node.pin.ls({ paths: [cid], signal }))
        if (pin.cid.toString() === cid) return true
      return false
    }).catch(falseWhenMissing)

  return {
    name,
    put: ({ cid, bytes, car }) =>
      asked(async (node, silence) => {
        const to = { url, headers: await headers(), silence }
        const query = { ...PROFILE, progress: 'true' }
        const told = await uploadToKubo({ ...to, method: 'add', query, content: bytes() })
        const { Hash } = added.parse(told.at(-1))
        if (Hash === cid) return
        await node.pin.rm(Hash, { signal: silence.signal }).catch(() => undefined)
        const pinned = { 'pin-roots': 'true' }
        const roots = await uploadToKubo({ ...to, method: 'dag/import', query: pinned, content: car() })
        const holds = roots.some((line) => {
          const { data } = imported.safeParse(line)
          return data?.Root.Cid['/'] === cid && !data.Root.PinErrorMsg
        })
        if (!holds) throw new Failure('E_STORE_FOREIGN_CID', { store: name, cid })
      }),
    get: async function* (cid) {
      // What was put is pinned. For anything else a node would search the network, for as long as one lets it.
      if (!(await has(cid))) throw new Failure('E_BLOCK_MISSING', { store: name })
      const silence = new Silence(silenceMs)
      try {
        yield* silence.through((await client()).cat(cid, { signal: silence.signal }))
      } catch (error) {
        throw failureOf(name, error)
      } finally {
        silence.end()
      }
    },
    has,
    drop: (cid) =>
      asked(async (node, { signal }) => void (await node.pin.rm(cid, { signal }))).catch(nothingWhenMissing),
  }
}

/** The RPC API answers every error with status 500 and a sentence. */
const MISSING = /not pinned|not found|no link named|could not find|block was not found/i

function failureOf(store: string, error: unknown): Failure {
  const { response, message } = error as { response?: Response; message?: string }
  if (MISSING.test(message ?? '')) return new Failure('E_BLOCK_MISSING', { store }, { cause: error })
  const refused =
    response === undefined ? null : refusalOf(store, response.status, response.headers.get('retry-after'))
  return refused ?? unreachable(store, error)
}

const isMissing = (error: unknown): boolean => error instanceof Failure && error.code === 'E_BLOCK_MISSING'

function falseWhenMissing(error: unknown): false {
  if (isMissing(error)) return false
  throw error
}

function nothingWhenMissing(error: unknown): void {
  if (!isMissing(error)) throw error
}
