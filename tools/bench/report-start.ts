import { BUDGETS, overBudget, PARTS, ratiosOf, type Start, type StartUp } from './start-up.ts'
import { number, table } from './table.ts'

const UNKNOWN = 'not known'
const NAMES: Readonly<Record<keyof Start, string>> = {
  cold: 'cold start, s',
  warm: 'warm start, s',
  rest: 'memory at rest, MiB',
}

/** Starting the app and having it open, as a section of the report. */
export function startOf(startUp: StartUp): string {
  const { app, bare, unlocked, forgot, times, real, version } = startUp
  const ratios = ratiosOf(startUp)
  const over = overBudget(startUp)
  const row = (part: keyof Start): string[] => {
    const digits = part === 'rest' ? 0 : 2
    const shown = [app[part], bare[part]].map((value) => (value === null ? UNKNOWN : number(value, digits)))
    const ratio = ratios[part]
    return [NAMES[part], ...shown, ratio === null ? UNKNOWN : number(ratio, 2), number(BUDGETS[part], 1)]
  }
  return `## Start

From starting the program to the first screen with a button that can be pressed, the best of ${times}, on ${real ? 'Electron' : 'the Chromium host, which is not Electron,'} ${version};
beside it, in turn, one window with one button in the same program. A cold start has a new profile, and ${
    forgot
      ? 'every file comes from the disk'
      : 'this system did not let us make it read the files from the disk'
  };
a warm one comes after it. Memory is that of all processes, what they share divided among them, three seconds later.

${table(['', 'app', 'bare window', 'ratio', 'budget'], PARTS.map(row))}

${unlocked === null ? '' : `With an admin on the overview it is ${number(unlocked)} MiB. `}A run that exceeds a budget by more than a tenth fails: ${
    over.length === 0 ? 'none is exceeded' : `**exceeded: ${over.map((part) => NAMES[part]).join('; ')}**`
  }. Budgets of what is
installed and read at a start stand in \`test/e2e/bundle.test.ts\`.`
}
