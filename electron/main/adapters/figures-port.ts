import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Failure, type FailureCode } from '../domain/failure.ts'
import type { FiguresPort } from '../domain/performance.ts'
import { EXPOSITION_TYPE } from '../domain/prometheus.ts'

const HERE = '127.0.0.1'

/**
 * Serves one page of figures at `/metrics` to programs of this computer, for as long as somebody wants it.
 * @param page what is served, made anew for each that asks
 */
export function createFiguresPort(page: () => string) {
  let running: { readonly server: Server; readonly port: number } | null = null
  let failure: FailureCode | null = null
  let turning: Promise<void> = Promise.resolve()

  const answering =
    (port: number) =>
    ({ method, url, headers }: IncomingMessage, response: ServerResponse): void => {
      // A page of the web that has its name point here is sent away: its requests carry that name.
      if (![`${HERE}:${port}`, `localhost:${port}`].includes(headers.host ?? ''))
        return void response.writeHead(421).end()
      if (url !== '/metrics') return void response.writeHead(404).end()
      if (method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
      response.writeHead(200, { 'content-type': EXPOSITION_TYPE, 'cache-control': 'no-store' }).end(page())
    }

  async function close(): Promise<void> {
    const closing = running?.server
    running = null
    if (closing === undefined) return
    closing.close()
    closing.closeAllConnections()
    await once(closing, 'close')
  }

  async function open(port: number): Promise<void> {
    const server = createServer(answering(port))
    try {
      await once(server.listen(port, HERE), 'listening')
    } catch (error) {
      throw new Failure('E_PORT_TAKEN', { port, why: (error as NodeJS.ErrnoException).code ?? '' })
    }
    running = { server, port }
  }

  async function turn(port: number | null): Promise<void> {
    await close()
    failure = null
    if (port === null) return
    await open(port).catch((error) => {
      failure = Failure.from(error).code
      throw error
    })
  }

  return {
    /** Turns come one after another. @param port null closes it @throws Failure E_PORT_TAKEN */
    turn: (port: number | null): Promise<void> => {
      turning = turning.catch(() => undefined).then(() => turn(port))
      return turning
    },
    /** How it stands once the last turn is over. */
    state: async (): Promise<FiguresPort> => {
      await turning.catch(() => undefined)
      return { open: running?.port ?? null, failure }
    },
  }
}
