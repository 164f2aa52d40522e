import { afterAll, describe, expect, it } from 'vitest'
import { diskSources, memorySource } from '../../electron/main/adapters/files-disk.ts'
import { Failure } from '../../electron/main/domain/failure.ts'
import { offerFile } from '../../electron/main/flows/offer-file.ts'
import { rememberSpecialty, suggestSpecialty } from '../../electron/main/flows/suggest-specialty.ts'
import { Offers } from '../../electron/main/offers.ts'
import type { Source } from '../../electron/main/ports/files.ts'
import { memoryStore } from '../../tools/stand-ins/memory-store.ts'
import { text } from '../support/cast.ts'
import { openClassifier } from '../support/classifier.ts'

const classifier = openClassifier()
afterAll(classifier.stop)
const world = (learned = memoryStore()) => ({ classifier, learned })
const NOTHING = { kind: 'no-text', proposals: [], source: null }
const LETTER = `Quayside House, Dr Farrow. Weekly round. Weight 61 kg, walks with her frame, eats better. Memory as before. Family visited.`

async function offered(name: string, content: Uint8Array) {
  return offerFile(memorySource(name, [content]))
}

describe('suggesting where an offered file belongs', () => {
  it.each(['letter.txt', 'letter.md', 'message.hl7', 'resource.json', 'document.xml'])(
    'reads %s as the text that it is',
    async (name) => {
      const file = await offered(
        name,
        text('Retinal detachment of the left eye, vitrectomy. Visual acuity 6/60.'),
      )
      expect(file.refused).toBeNull()
      const { suggestion } = await suggestSpecialty(world(), file)
      expect(suggestion.proposals[0]).toMatchObject({ code: '394594003' })
    },
  )

  it('asks the person about pictures, and about files that were refused', async () => {
    const picture = await offered(
      'scan.png',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2),
    )
    expect((await suggestSpecialty(world(), picture)).suggestion).toEqual(NOTHING)
    const refused = await offered('tool.exe', text('MZ\0\0'))
    expect((await suggestSpecialty(world(), refused)).suggestion).toEqual(NOTHING)
  })

  it('reads 8 MiB of a text of 200 MB, and nothing of a PDF of over 64', async () => {
    let read = 0
    const long = (name: string, byteLength: number, head: string): Source => ({
      name,
      byteLength,
      path: null,
      read: async function* () {
        yield text(head)
        for (read = 1; read * 1_000_000 < byteLength; read += 1) yield new Uint8Array(1_000_000).fill(32)
      },
    })
    const letter = long(
      'long.txt',
      200_000_000,
      'Retinal detachment of the left eye, vitrectomy. Visual acuity 6/60. ',
    )
    const { suggestion } = await suggestSpecialty(world(), { source: letter, mediaType: 'text/plain' })
    expect(suggestion.proposals[0]).toMatchObject({ code: '394594003' })
    expect(read).toBeLessThan(12)
    read = 0
    const scan = long('scan.pdf', 70_000_000, '%PDF-1.7')
    expect(
      (await suggestSpecialty(world(), { source: scan, mediaType: 'application/pdf' })).suggestion,
    ).toEqual(NOTHING)
    expect(read).toBe(0)
  })

  it('says that a file is gone when it is', async () => {
    await expect(
      diskSources
        .at('/nowhere/letter.txt')
        .then((source) => suggestSpecialty(world(), { source, mediaType: 'text/plain' })),
    ).rejects.toMatchObject({ code: 'E_FILE_GONE' })
    const offers = new Offers(diskSources, memorySource)
    expect(() => offers.look('no such token')).toThrowError('E_FILE_GONE')
  })
})

describe('what a person has confirmed', () => {
  it('improves their suggestions after a few times, nobody else’s, and holds no words', async () => {
    const mine = memoryStore()
    const file = await offered('round.txt', text(LETTER))
    const before = await suggestSpecialty(world(mine), file)
    for (let time = 0; time < 20; time += 1) await rememberSpecialty(world(mine), before.words, '394811001')
    const after = await suggestSpecialty(world(mine), file)
    const others = await suggestSpecialty(world(), file)
    const share = ({ suggestion }: typeof after): number =>
      suggestion.proposals.find(({ code }) => code === '394811001')?.confidence ?? 0
    expect(share(after)).toBeGreaterThan(share(before) + 0.15)
    expect(others).toEqual(before)
    expect(await mine.get('specialties')).not.toMatch(/quayside|farrow/i)
  })

  it('is forgotten rather than in the way when it is damaged or can’t be kept', async () => {
    const damaged = memoryStore()
    await damaged.set('specialties', '{"394811001":{"confirmed":"often"}}')
    const file = await offered('round.txt', text(LETTER))
    const { words } = await suggestSpecialty(world(damaged), file)
    await rememberSpecialty(world(damaged), words, '394811001')
    expect(JSON.parse((await damaged.get('specialties'))!)).toMatchObject({ '394811001': { confirmed: 1 } })
    const unsafe = {
      ...memoryStore(),
      get: () => Promise.reject(new Failure('E_BACKEND_CHANGED')),
      set: () => Promise.reject(new Failure('E_BACKEND_UNSAFE')),
    }
    await expect(rememberSpecialty(world(unsafe), words, '394811001')).resolves.toBeUndefined()
    await expect(suggestSpecialty(world(unsafe), file)).resolves.toMatchObject({ words })
  })

  it('goes with the file that it is noted for, once', async () => {
    const offers = new Offers(diskSources, memorySource)
    const { token } = offers.begin('round.txt', LETTER.length)
    await offers.push(token, text(LETTER))
    const { words } = await suggestSpecialty(world(), offers.look(token))
    offers.note(token, words)
    offers.note('no such token', words)
    expect(offers.take(token).words).toEqual(words)
    expect(() => offers.take(token)).toThrowError('E_FILE_GONE')
  })
})
