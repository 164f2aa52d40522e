import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { uploadToKubo } from '../../electron/main/adapters/kubo-upload.ts'
import { Silence } from '../../electron/main/adapters/store-silence.ts'

const PIECES = 64
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

it('lets go of what has been sent while it sends the rest', async () => {
  const server = createServer(async (request, response) => {
    for await (const _ of request);
    response.end('{"Hash":"x"}\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const silence = new Silence(10_000)
  const sent: WeakRef<Uint8Array>[] = []
  let kept = Number.NaN
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < PIECES; at += 1) {
      const piece = new Uint8Array(2 ** 20)
      sent.push(new WeakRef(piece))
      yield piece
      // A reference that was looked at lives until the task has ended.
      await new Promise((done) => setTimeout(done))
    }
    collectGarbage()
    kept = sent.filter((piece) => piece.deref() !== undefined).length
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const told = await uploadToKubo({ url, headers: {}, method: 'add', query: {}, content: content(), silence })
  silence.end()
  server.close()
  expect(told).toEqual([{ Hash: 'x' }])
  expect(kept).toBeLessThan(PIECES / 4)
})
