import { defineConfig } from 'vitest/config'

/** A busy machine is slow, not wrong: what is polled for gets longer than vitest's second. */
const patient = { poll: { timeout: 15_000 } }

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          expect: patient,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/chromium-host/**',
            'test/contracts/**',
            'test/e2e/**',
            'test/packaging/**',
            'test/flows/killed.test.ts',
          ],
          globalSetup: ['test/support/bundle.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Waits for processes most of the time, so that the others need not wait for it.
        test: {
          name: 'killed',
          expect: patient,
          include: ['test/flows/killed.test.ts'],
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
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
