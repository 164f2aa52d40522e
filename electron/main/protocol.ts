import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { ReadableStream } from 'node:stream/web'
import { type Protocol, protocol } from 'electron'

export const APP_ORIGIN = 'app://bundle'

/** Types of what the bundler writes; anything else is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/octet-stream',
}

/** The bytes behind `content/<ticket>`: an opened record. */
export type ContentOf = (ticket: string) => {
  readonly mediaType: string
  readonly byteLength: number
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>
} | null

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

/** House rules for everything a page may load or run (house.md, "The content security policy, once"). */
export const contentSecurityPolicy = (nonce: string, relay: string | null): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "worker-src 'self'",
    `connect-src ${["'self'", ...(relay === null ? [] : [relay])].join(' ')}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * Serves the bundle in `root` and the records that are open, and nothing else.
 * @param relay the one address outside that pages may talk to, where the network file names it
 */
export function serveApp(
  on: Protocol,
  root: string,
  { contentOf, relay }: { readonly contentOf: ContentOf; readonly relay: () => string | null },
): void {
  on.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host !== 'bundle' || request.method !== 'GET') return new Response(null, { status: 403 })
    const path = decodeURIComponent(url.pathname)
    const ticket = /^\/content\/([0-9a-f-]{36})$/.exec(path)?.[1]
    return ticket === undefined ? bundled(root, path, relay()) : opened(request, contentOf(ticket))
  })
}

async function bundled(root: string, path: string, relay: string | null): Promise<Response> {
  const file = normalize(join(root, path === '/' ? 'index.html' : path))
  const type = TYPES[extname(file)]
  if (!file.startsWith(root + sep) || type === undefined) return new Response(null, { status: 404 })
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return new Response(null, { status: 404 })
  const nonce = randomBytes(16).toString('base64')
  const headers = {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy(nonce, relay),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': extname(file) === '.html' ? 'no-store' : 'max-age=31536000',
  }
  const body =
    extname(file) === '.html' ? bytes.toString().replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes)
  return new Response(body, { headers })
}

/** One record's plaintext, whole or by byte range (RFC 9110 §14). It is never cached. */
function opened(request: Request, content: ReturnType<ContentOf>): Response {
  if (content === null) return new Response(null, { status: 404 })
  const { byteLength, mediaType, read } = content
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '')
  const from = Number(range?.[1] ?? 0)
  const to = range?.[2] ? Math.min(Number(range[2]) + 1, byteLength) : byteLength
  if (from >= to && byteLength > 0) {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${byteLength}` } })
  }
  const headers = new Headers({
    'content-type': mediaType,
    'content-length': String(to - from),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  if (range !== null) headers.set('content-range', `bytes ${from}-${to - 1}/${byteLength}`)
  const body = ReadableStream.from(read(from, to)) as unknown as BodyInit
  return new Response(body, { status: range === null ? 200 : 206, headers })
}
