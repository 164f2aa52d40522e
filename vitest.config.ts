import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first: two workers are then done at the same time. A fresh clone has no times to sort by. */
const LONGEST = [
  // Five minutes in the full run, else nothing.
  'phone-expiry',
  // Makes the clinic that others begin with; the next one needs none of it.
  'seed',
  'story',
  'records',
  'emergency',
  'phone-acts',
  'phone',
  'front-desk',
  'lost-key',
  'keyring',
  'local-wallet',
  'stores',
  'nearby',
  'claim',
]
const rank = ({ moduleId }: TestSpecification): number => {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(`/e2e/${name}.test.ts`))
  return place === -1 ? LONGEST.length : place
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

/** They wait for processes and blocks most of the time, so that the others need not wait for them. */
const WAITING = ['test/flows/killed.test.ts', 'test/flows/measure-network.test.ts']

/** A busy machine is slow, not wrong: what is polled for gets longer than vitest's second. */
const patient = { poll: { timeout: 60_000 } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          expect: patient,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/chromium-host/**',
            'test/contracts/**',
            'test/e2e/**',
            'test/packaging/**',
            ...WAITING,
          ],
          globalSetup: ['test/support/bundle.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'waiting',
          expect: patient,
          include: WAITING,
          globalSetup: ['test/support/bundle.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'host',
          expect: patient,
          include: ['test/chromium-host/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'e2e',
          expect: patient,
          include: ['test/e2e/**/*.test.ts', 'test/packaging/**/*.test.ts'],
          globalSetup: ['test/e2e/support/shared-clinics.ts'],
          setupFiles: ['test/e2e/support/witness.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
