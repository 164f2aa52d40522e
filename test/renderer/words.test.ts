import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/ipc/commands.ts'
import { ACT_FIELDS } from '../../electron/main/domain/act-fields.ts'
import type { ActName } from '../../electron/main/domain/acts.ts'
import { FAILURE_CODES } from '../../electron/main/domain/failure.ts'
import { LOG_KINDS } from '../../electron/main/domain/log.ts'
import { MEASURE_ENDS } from '../../electron/main/domain/measurement.ts'
import { ACT_PARTS, CONSENSUS, SPANS, TIMED_ACTS } from '../../electron/main/domain/performance.ts'
import { CHECKS } from '../../electron/main/domain/record.ts'
import { SPECIALTY_CODES } from '../../electron/main/domain/specialty.ts'
import { TRANSACTION_STATES } from '../../electron/main/domain/transaction.ts'
import { tellAct } from '../../renderer/features/signing/act-sentence.ts'
import type { Act } from '../../renderer/features/signing/read-request.ts'
import { startWords } from '../../renderer/lib/i18n.ts'
import performance from '../../resources/locales/en/performance.json' with { type: 'json' }

const exists = (key: string): boolean => i18next.exists(key)

beforeAll(startWords)

describe('the words of the interface', () => {
  it('has a title, a body and a next step for every failure', () => {
    const missing = FAILURE_CODES.flatMap((code) =>
      ['title', 'body', 'action'].map((part) => `errors:${code}.${part}`),
    )
    expect(missing.filter((key) => !exists(key))).toEqual([])
  })

  it('names every command, specialty, check and kind of log line', () => {
    const keys = [
      ...COMMANDS.map(({ id }) => `commands:${id}`),
      ...SPECIALTY_CODES.map((code) => `common:specialties.${code}`),
      ...CHECKS.map((check) => `screens:verify.${check}.sentence`),
      ...LOG_KINDS.map((kind) => `screens:log.kinds.${kind}`),
    ]
    expect(keys.filter((key) => !exists(key))).toEqual([])
  })

  it('tells of every act on its way, and of every state that it can be in', () => {
    const keys = [
      ...Object.keys(ACT_FIELDS).map((act) => `common:jobs.acts.${act}`),
      ...TRANSACTION_STATES.map((state) => `common:jobs.transaction.${state}`),
    ]
    expect(keys.filter((key) => !exists(key))).toEqual([])
  })

  it('names everything that is measured', () => {
    i18next.addResourceBundle('en', 'performance', performance)
    const keys = [
      ...TIMED_ACTS.map((act) => `performance:acts.${act}`),
      ...ACT_PARTS.map((part) => `performance:parts.${part}`),
      ...SPANS.map((span) => `performance:spans.${span}`),
      ...CONSENSUS.map((kind) => `performance:network.kinds.${kind}`),
      ...MEASURE_ENDS.map((end) => `performance:measure.${end === 'bent' ? end : `ended.${end}`}`),
      ...['preparing', 'sending', 'tidying'].map((doing) => `performance:measure.${doing}`),
    ]
    expect(keys.filter((key) => !exists(key))).toEqual([])
  })

  const MESSAGES = [
    {},
    { until: 1_900_000_000 },
    { mayAdd: true },
    { listedOnly: true },
    { listedOnly: true, until: 1_900_000_000 },
    { patient: 'a', author: 'b' },
    { threshold: 2 },
    { verdict: 1 },
    { verdict: 2 },
  ]

  it('has a sentence for every act in every wording, and a label for every field', () => {
    const missing: string[] = []
    for (const [name, fields] of Object.entries(ACT_FIELDS) as [
      ActName,
      readonly (readonly [string, string])[],
    ][]) {
      for (const message of MESSAGES) {
        const act = { kind: 'act', name, fields: [], message, actsFor: null, raw: '' } as Act
        const { context } = tellAct(act, String)
        const key = `signing:acts.${name}${context === '' ? '' : `_${context}`}`
        if (!exists(key)) missing.push(key)
      }
      for (const [field] of fields)
        if (!exists(`signing:fields.${field}`)) missing.push(`signing:fields.${field}`)
    }
    expect(missing).toEqual([])
  })
})
