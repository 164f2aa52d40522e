import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const OURS = ['electron', 'renderer', 'resources', 'tools', 'test']

type Import = { readonly from: string; readonly to: string; readonly typeOnly: boolean }

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

/** Every import of a file: ours as a path from the root, others as the package's name. */
function importsOf(from: string): Import[] {
  const text = readFileSync(join(ROOT, from), 'utf8')
  const pattern = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm
  return [...text.matchAll(pattern)].map(([statement, type, target]) => {
    const to = target!.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(from), target!)) : target!
    const names =
      /\{([^}]*)\}/
        .exec(statement)?.[1]
        ?.split(',')
        .map((name) => name.trim()) ?? []
    const allTypes = names.length > 0 && names.every((name) => name === '' || name.startsWith('type '))
    return { from, to, typeOnly: type !== undefined || allTypes }
  })
}

const imports = ['electron', 'renderer', 'tools'].flatMap(filesUnder).flatMap(importsOf)
const isOurs = (to: string): boolean => OURS.some((folder) => to.startsWith(`${folder}/`))
const room = (path: string): Import[] => imports.filter(({ from }) => from.startsWith(path))

/** What breaks a rule, as readable lines. */
const breaking = (path: string, allowed: (found: Import) => boolean): string[] =>
  room(path)
    .filter((found) => !allowed(found))
    .map(({ from, to }) => `${from} → ${to}`)

const MAIN = 'electron/main'
const within =
  (...folders: string[]) =>
  ({ to }: Import): boolean =>
    folders.some((folder) => to.startsWith(`${MAIN}/${folder}/`))

describe('imports point one way, inward', () => {
  it('the domain imports nothing but itself', () => {
    expect(breaking(`${MAIN}/domain/`, within('domain'))).toEqual([])
  })

  it('crypto imports the domain, node:crypto, ethers, and in one file each node-forge, zod and the Shamir library', () => {
    const libraries: Record<string, RegExp> = {
      'node-forge': /pkcs12\.ts$/,
      zod: /blocks\.ts$/,
      'shamir-secret-sharing': /shares\.ts$/,
      'node:util': /./,
      'node:crypto': /./,
      ethers: /./,
    }
    const allowed = (found: Import): boolean =>
      within('domain', 'crypto')(found) || libraries[found.to]?.test(found.from) === true
    expect(breaking(`${MAIN}/crypto/`, allowed)).toEqual([])
  })

  it('readers and writers of formats import themselves', () => {
    expect(breaking(`${MAIN}/formats/`, within('formats'))).toEqual([])
  })

  it('the classifier imports the domain, formats and itself: text in, a suggestion out', () => {
    expect(breaking(`${MAIN}/classifier/`, within('domain', 'formats', 'classifier'))).toEqual([])
  })

  it('what copies for research imports formats and itself: text in, text out', () => {
    expect(breaking(`${MAIN}/research/`, within('formats', 'research'))).toEqual([])
  })

  it('what writes FHIR imports the domain, itself, and FHIR’s types', () => {
    const allowed = (found: Import): boolean =>
      within('domain', 'fhir')(found) || (found.typeOnly && found.to === '@medplum/fhirtypes')
    expect(breaking(`${MAIN}/fhir/`, allowed)).toEqual([])
  })

  it('ports import types alone', () => {
    expect(
      breaking(
        `${MAIN}/ports/`,
        (found) => found.typeOnly && within('domain', 'crypto', 'classifier', 'ports')(found),
      ),
    ).toEqual([])
  })

  it('flows import domain, crypto, classifier, FHIR, research, ports and each other: no electron, no node:*, no adapter', () => {
    const allowed = (found: Import): boolean =>
      within('domain', 'crypto', 'classifier', 'fhir', 'research', 'ports', 'flows')(found) ||
      found.to === 'zod'
    expect(breaking(`${MAIN}/flows/`, allowed)).toEqual([])
  })

  it('adapters import no flow and no handler', () => {
    const outward = [`${MAIN}/flows/`, `${MAIN}/handlers`, `${MAIN}/compose`, 'renderer/']
    expect(breaking(`${MAIN}/adapters/`, ({ to }) => !outward.some((path) => to.startsWith(path)))).toEqual(
      [],
    )
  })

  it('only compose knows the adapters that hold the world', () => {
    const known = new Set([
      'compose.ts',
      'compose-payer.ts',
      'compose-performance.ts',
      'compose-stores.ts',
      'compose-wallets.ts',
      'describe-clinic.ts',
      'examine-clinic.ts',
      'run-app.ts',
      'shell.ts',
    ])
    const outside = imports.filter(
      ({ from, to }) =>
        to.startsWith(`${MAIN}/adapters/`) &&
        from.startsWith('electron/') &&
        !from.startsWith(`${MAIN}/adapters/`),
    )
    expect(
      outside.filter(({ from }) => !known.has(from.slice(MAIN.length + 1))).map(({ from }) => from),
    ).toEqual([])
  })

  it('preload imports the contract and electron alone', () => {
    expect(
      breaking('electron/preload/', ({ to }) => to === 'electron' || to.startsWith('electron/ipc/')),
    ).toEqual([])
  })

  it('the renderer takes types from electron, and one list of commands', () => {
    const values = room('renderer/').filter(({ to, typeOnly }) => to.startsWith('electron/') && !typeOnly)
    expect(
      values.filter(({ to }) => to !== 'electron/ipc/commands.ts').map(({ from, to }) => `${from} → ${to}`),
    ).toEqual([])
  })

  it('screens do not import screens of another role, nor features other features', () => {
    const place = (path: string, kind: string): string | undefined =>
      new RegExp(`^renderer/${kind}/([^/]+)/`).exec(path)?.[1]
    const crossing = imports.filter(({ from, to }) =>
      ['screens', 'features'].some(
        (kind) =>
          place(from, kind) !== undefined &&
          place(to, kind) !== undefined &&
          place(from, kind) !== place(to, kind),
      ),
    )
    expect(crossing.map(({ from, to }) => `${from} → ${to}`)).toEqual([])
  })

  it('ui and lib import nothing of ours but themselves', () => {
    for (const path of ['renderer/ui/', 'renderer/lib/']) {
      expect(
        breaking(
          path,
          ({ to, typeOnly }) =>
            !isOurs(to) ||
            to.startsWith('renderer/ui/') ||
            to.startsWith('renderer/lib/') ||
            to.startsWith('resources/') ||
            typeOnly,
        ),
      ).toEqual([])
    }
  })

  it('nobody imports the tests', () => {
    expect(imports.filter(({ to }) => to.startsWith('test/')).map(({ from }) => from)).toEqual([])
  })
})
