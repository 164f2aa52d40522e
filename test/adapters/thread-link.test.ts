import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { ThreadLink } from '../../electron/main/adapters/thread-link.ts'
import { Failure } from '../../electron/main/domain/failure.ts'

const channels: MessageChannel[] = []
afterEach(() => {
  for (const { port1 } of channels.splice(0)) port1.close()
})

/** Two ends of one channel; the far one offers `methods`. */
function linked(methods: ConstructorParameters<typeof ThreadLink>[1]): ThreadLink {
  const channel = new MessageChannel()
  channels.push(channel)
  new ThreadLink(channel.port2 as never, methods)
  return new ThreadLink(channel.port1 as never)
}

async function all(stream: AsyncIterable<unknown>): Promise<unknown[]> {
  const seen: unknown[] = []
  for await (const piece of stream) seen.push(piece)
  return seen
}

test('a stream crosses in order and ends where it ended', async () => {
  const link = linked({
    count: async function* (to: number) {
      for (let i = 0; i < to; i += 1) yield i
    },
  })
  expect(await all(link.stream('count', [10]))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(await all(link.stream('count', [0]))).toEqual([])
})

test('a source that bears one question at a time is asked one at a time', async () => {
  let asked = 0
  let given = 0
  const shy: AsyncIterable<number> = {
    [Symbol.asyncIterator]: () => ({
      next: async () => {
        asked += 1
        if (asked > 1) throw new Error('asked again before it answered')
        await new Promise((done) => setTimeout(done, 2))
        asked -= 1
        given += 1
        return given > 6 ? { done: true, value: undefined } : { done: false, value: given }
      },
    }),
  }
  const link = linked({ shy: () => shy })
  expect(await all(link.stream('shy', []))).toEqual([1, 2, 3, 4, 5, 6])
})

test('a stream that fails gives what came before, and then its failure with code and detail', async () => {
  const link = linked({
    torn: async function* () {
      yield 1
      yield 2
      throw new Failure('E_BLOCK_DAMAGED', { segment: 2 })
    },
  })
  const seen: unknown[] = []
  const reading = (async () => {
    for await (const piece of link.stream('torn', [])) seen.push(piece)
  })()
  await expect(reading).rejects.toMatchObject({ code: 'E_BLOCK_DAMAGED', detail: { segment: 2 } })
  expect(seen).toEqual([1, 2])
})

test('a reader that leaves stops the source, which was never more than a few pieces ahead', async () => {
  let made = 0
  const stopped = Promise.withResolvers<void>()
  const link = linked({
    endless: async function* () {
      try {
        for (;;) yield ++made
      } finally {
        stopped.resolve()
      }
    },
  })
  for await (const piece of link.stream('endless', [])) if (piece === 5) break
  await stopped.promise
  expect(made).toBeLessThanOrEqual(8)
})

test('a piece that owns its memory is moved, one that shares it is copied', async () => {
  const whole = new Uint8Array(8192).fill(1)
  const part = new Uint8Array(16_384).fill(2).subarray(0, 8192)
  const link = linked({
    pieces: async function* () {
      yield whole
      yield part
    },
  })
  expect((await all(link.stream('pieces', []))).map((piece) => (piece as Uint8Array).length)).toEqual([
    8192, 8192,
  ])
  expect([whole.length, part.length]).toEqual([0, 8192])
})
