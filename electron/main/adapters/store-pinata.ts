import { z } from 'zod'
import type { Cid } from '../domain/bytes.ts'
import { Failure } from '../domain/failure.ts'
import type { Holding, SharedStore } from '../ports/shared-store.ts'
import { refusalOf, SILENCE_MS, Silence, unreachable } from './store-silence.ts'

type Settings = {
  readonly name: string
  /** The account's own gateway, as `https://example.mypinata.cloud`. */
  readonly gateway: string
  /** The account's JWT; null until somebody has given it. */
  readonly key: () => Promise<string | null>
  /** Other addresses serve tests. */
  readonly api?: string
  readonly uploads?: string
  readonly silenceMs?: number
  readonly tusFrom?: number
}

/** From here on Pinata takes uploads by TUS only. */
const TUS_FROM = 90 * 1024 * 1024
/** A piece of such an upload; all but the last must be larger than 50 MiB. */
const TUS_PIECE = 50 * 1024 * 1024 + 1
const PROFILE = 'unixfs-v1-2025'
const SLOWEST_BYTES_A_SECOND = 50_000

const uploaded = z.object({ data: z.object({ cid: z.string() }) })
const listed = z.object({
  data: z.object({ files: z.array(z.object({ id: z.string(), cid: z.string() })).nullable() }),
})

/**
 * A pinning service, by its version 3 API. Its plan for clinics is the public network, so nothing but ciphertext ever
 * gets here, which the types see to.
 * @see https://docs.pinata.cloud/api-reference
 */
export function createPinataStore(settings: Settings): SharedStore {
  const { name, gateway, key, silenceMs = SILENCE_MS, tusFrom = TUS_FROM } = settings
  const api = settings.api ?? 'https://api.pinata.cloud'
  const uploads = settings.uploads ?? 'https://uploads.pinata.cloud'

  /** @throws Failure E_STORE_REFUSED before anything is sent without a key */
  async function authorized(): Promise<{ authorization: string }> {
    const jwt = await key()
    if (jwt === null) throw new Failure('E_STORE_REFUSED', { store: name, status: 401 })
    return { authorization: `Bearer ${jwt}` }
  }

  async function request(
    url: string,
    init: RequestInit = {},
    silence = new Silence(silenceMs),
  ): Promise<Response> {
    try {
      const response = await fetch(url, { ...init, signal: silence.signal })
      const refused = refusalOf(name, response.status, response.headers.get('retry-after'))
      if (refused !== null) throw refused
      return response
    } catch (error) {
      throw unreachable(name, error)
    } finally {
      silence.end()
    }
  }

  /** `fetch` tells nothing while it sends, so an upload is given the time that a slow line needs. */
  const patience = (bytes: number): Silence =>
    new Silence(silenceMs + (bytes / SLOWEST_BYTES_A_SECOND) * 1000)

  async function answer<T>(
    schema: z.ZodType<T>,
    url: string,
    init: RequestInit = {},
    silence?: Silence,
  ): Promise<T> {
    const response = await request(url, { ...init, headers: await authorized() }, silence)
    const parsed = schema.safeParse(await response.json().catch(() => null))
    if (!parsed.success) throw new Failure('E_STORE_UNREACHABLE', { store: name }, { cause: parsed.error })
    return parsed.data
  }

  async function idsOf(cid: Cid): Promise<string[]> {
    const { data } = await answer(listed, `${api}/v3/files/public?cid=${cid}`)
    return (data.files ?? []).filter((file) => file.cid === cid).map((file) => file.id)
  }

  async function drop(cid: Cid): Promise<void> {
    for (const id of await idsOf(cid))
      await request(`${api}/v3/files/public/${id}`, { method: 'DELETE', headers: await authorized() })
  }

  async function putWhole({ cid, byteLength, bytes }: Holding): Promise<string> {
    const parts: Uint8Array<ArrayBuffer>[] = []
    for await (const part of bytes()) parts.push(Uint8Array.from(part))
    const body = new FormData()
    body.set('network', 'public')
    body.set('name', cid)
    body.set('cid_version', PROFILE)
    body.set('file', new Blob(parts), cid)
    const sent = { method: 'POST', body }
    return (await answer(uploaded, `${uploads}/v3/files`, sent, patience(byteLength))).data.cid
  }

  /** @see https://tus.io/protocols/resumable-upload; the answer to the last piece names the CID. */
  async function putInPieces({ cid, byteLength, bytes }: Holding): Promise<string> {
    const metadata = { filename: cid, network: 'public', cid_version: PROFILE }
    const begun = await request(`${uploads}/v3/files?X-Upload-Option-Cid-Version=${PROFILE}`, {
      method: 'POST',
      headers: {
        ...(await authorized()),
        'upload-length': String(byteLength),
        'upload-metadata': Object.entries(metadata)
          .map(([key, value]) => `${key} ${btoa(value)}`)
          .join(','),
      },
    })
    const location = begun.headers.get('location')
    if (location === null) throw new Failure('E_STORE_UNREACHABLE', { store: name })
    let offset = 0
    let found = ''
    for await (const body of inPieces(bytes(), TUS_PIECE)) {
      const headers = {
        ...(await authorized()),
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      }
      const sent = { method: 'PATCH', headers, body }
      const { headers: told } = await request(new URL(location, uploads).href, sent, patience(body.size))
      found = told.get('upload-cid') ?? found
      offset += body.size
    }
    return found
  }

  return {
    name,
    put: async (holding) => {
      const found = await (holding.byteLength >= tusFrom ? putInPieces(holding) : putWhole(holding))
      if (found === holding.cid) return
      await drop(found as Cid)
      throw new Failure('E_STORE_FOREIGN_CID', { store: name, cid: holding.cid })
    },
    get: async function* (cid) {
      const silence = new Silence(silenceMs)
      try {
        const response = await fetch(`${gateway}/ipfs/${cid}`, { signal: silence.signal })
        const refused = refusalOf(name, response.status, response.headers.get('retry-after'))
        if (refused !== null) throw refused
        if (response.body !== null) yield* silence.through(response.body)
      } catch (error) {
        throw unreachable(name, error)
      } finally {
        silence.end()
      }
    },
    has: async (cid) => (await idsOf(cid)).length > 0,
    drop,
  }
}

async function* inPieces(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Blob> {
  let parts: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      const part = Uint8Array.from(chunk.subarray(at, at + size - length))
      parts.push(part)
      length += part.length
      at += part.length
      if (length < size) continue
      yield new Blob(parts)
      parts = []
      length = 0
    }
  }
  if (length > 0) yield new Blob(parts)
}
