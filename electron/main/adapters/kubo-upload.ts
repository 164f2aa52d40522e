import type { Silence } from './store-silence.ts'

type Upload = {
  /** The RPC API's address, as `http://host:5001`. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly method: 'add' | 'dag/import'
  readonly query: Readonly<Record<string, string>>
  readonly content: AsyncIterable<Uint8Array>
  readonly silence: Silence
}

const BOUNDARY = '----medical-chain-upload'
const HEAD = [
  `--${BOUNDARY}`,
  'Content-Disposition: form-data; name="file"; filename=""',
  'Content-Type: application/octet-stream',
  '\r\n',
].join('\r\n')

/**
 * A body in constant memory. Without the last two `fetch` tees it for a redirect that it might have to follow, and the
 * branch that nobody reads keeps all of the file. What is sent here is meant for this server alone anyway.
 * @see https://github.com/nodejs/undici/issues/4058
 */
const streamed = (body: AsyncIterable<Uint8Array>): object => ({
  body,
  duplex: 'half',
  window: null,
  redirect: 'error',
})

/**
 * Sends a stream as the one file of a form to Kubo's RPC API, in constant memory, which the client's own calls do not.
 * @returns the lines of the answer
 * @throws Error with the server's `response`, as the client's errors have it
 * @see https://docs.ipfs.tech/reference/kubo/rpc/
 */
export async function uploadToKubo({
  url,
  headers,
  method,
  query,
  content,
  silence,
}: Upload): Promise<unknown[]> {
  const at = new URL(url)
  at.pathname = `${at.pathname === '/' ? '/api/v0' : at.pathname}/${method}`
  at.search = new URLSearchParams(query).toString()
  const response = await fetch(at, {
    method: 'POST',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    signal: silence.signal,
    ...streamed(formOf(silence.through(content))),
  })
  const decoder = new TextDecoder()
  let text = ''
  // What the server tells of its own work is a sign of life too.
  for await (const piece of silence.through(response.body ?? nothing()))
    text += decoder.decode(piece, { stream: true })
  if (!response.ok) throw Object.assign(new Error(text), { response })
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

async function* formOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(HEAD)
  yield* content
  yield encoder.encode(`\r\n--${BOUNDARY}--\r\n`)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
