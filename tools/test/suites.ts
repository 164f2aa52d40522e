/** One part of `npm test`: a program, and how to read from its output what passed. */
export type Suite = {
  readonly name: string
  readonly command: readonly [program: string, ...args: string[]]
  readonly count: (output: string, code: number) => { readonly passed: number; readonly failed: number }
  /** Mostly waits for programs: it runs beside those that follow, and is told last. */
  readonly aside?: boolean
}

/** A tool without tests of its own counts as one. */
const asOne: Suite['count'] = (_, code) => (code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const sum = (output: string, pattern: RegExp): number =>
  [...output.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0)

/** Failed when the program says so, even where its output names no failed test. */
const counted =
  (passed: RegExp, failed: RegExp): Suite['count'] =>
  (output, code) => {
    const count = { passed: sum(output, passed), failed: sum(output, failed) }
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  }

const vitest = counted(/^\s*Tests .*?(\d+) passed/gm, /^\s*Tests .*?(\d+) failed/gm)
/** Only the sum at the margin: each runner's own line before it is indented. */
const hardhat = counted(/^(\d+) passing/gm, /^(\d+) failing/gm)

const SOLHINT = 'tools/contracts/solhint.json'
const HARDHAT = 'node_modules/hardhat/dist/src/cli.js'
const bin = (name: string): string => `node_modules/.bin/${name}`

export const SUITES: readonly Suite[] = [
  // Lint, the compiler and the contracts' tests keep one core busy each; this one has the other.
  { name: 'host', command: [bin('vitest'), 'run', '--project', 'host'], count: vitest, aside: true },
  { name: 'lint', command: [bin('biome'), 'ci', '--colors=off', '.'], count: asOne },
  {
    name: 'lint of the contracts',
    command: [bin('solhint'), '--config', SOLHINT, '--max-warnings', '0', 'contracts/**/*.sol'],
    count: asOne,
  },
  { name: 'contracts', command: ['node', HARDHAT, 'test'], count: hardhat },
  { name: 'compiled contract', command: ['node', 'tools/contracts/build.ts'], count: asOne },
  { name: 'waiting', command: [bin('vitest'), 'run', '--project', 'waiting'], count: vitest, aside: true },
  { name: 'types', command: [bin('tsc'), '-b', '--pretty', 'false'], count: asOne },
  { name: 'unit', command: [bin('vitest'), 'run', '--project', 'unit'], count: vitest },
  { name: 'build', command: [bin('electron-vite'), 'build', '--logLevel', 'warn'], count: asOne },
  { name: 'end to end', command: [bin('vitest'), 'run', '--project', 'e2e'], count: vitest },
]
