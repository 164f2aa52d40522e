import { describe, expect, it } from 'vitest'
import { domainOf, typesOf } from '../../electron/main/crypto/typed-data.ts'
import { ACT_FIELDS } from '../../electron/main/domain/act-fields.ts'
import type { ActName } from '../../electron/main/domain/acts.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import descriptor from '../../resources/erc7730/eip712-medical-chain.json' with { type: 'json' }
import words from '../../resources/locales/en/signing.json' with { type: 'json' }

const { context, display } = descriptor
const NAMES = Object.keys(ACT_FIELDS) as ActName[]
type Shown = { readonly path: string; readonly label: string; readonly format: string }
const formats = display.formats as Record<ActName, { fields: Shown[]; excluded: string[]; intent: string }>

/** Every value in an act, by the path that a wallet would show it under. */
function pathsOf(name: ActName): string[] {
  const types = typesOf(name)
  const of = (type: string, before: string): string[] =>
    types[type]!.flatMap(({ name: field, type: inner }) => {
      const [bare, list] = [inner.replace('[]', ''), inner.endsWith('[]') ? '.[]' : '']
      const path = `${before}${field}${list}`
      return bare in types ? of(bare, `${path}.`) : [path]
    })
  return of(name, '')
}

describe('the ERC-7730 descriptor, by which a wallet shows an act in words', () => {
  it("speaks of this contract's domain and of every act", () => {
    const contract = `0x${'00'.repeat(20)}` as Address
    const { name, version } = domainOf({ chainId: 1, contract })
    expect(context.eip712.domain).toEqual({ name, version })
    expect(Object.keys(formats).sort()).toEqual([...NAMES].sort())
    expect(context.eip712.schemas.map(({ primaryType }) => primaryType).sort()).toEqual([...NAMES].sort())
  })

  it.each(NAMES)('has the types that are signed for %s', (name) => {
    const schema = context.eip712.schemas.find(({ primaryType }) => primaryType === name)!
    const { EIP712Domain: _, ...types } = schema.types as Record<string, unknown>
    expect(types).toEqual(typesOf(name))
  })

  it.each(NAMES)(
    "shows each value of %s or says that it doesn't, and only numbers for machines are left out",
    (name) => {
      const { fields, excluded } = formats[name]
      expect([...fields.map(({ path }) => path), ...excluded].sort()).toEqual(pathsOf(name).sort())
      for (const path of excluded)
        expect(path).toMatch(
          /^(nonce|views\.\[\]\.times\.\[\])$|^(profile|previous|keyrings?|digest|card|consent|catalogs|publicKey|block|kit|reason|share|seed)/,
        )
    },
  )

  it.each(NAMES)('uses the words of our own window for %s', (name) => {
    for (const { path, label } of formats[name].fields) {
      const field = path.split('.').findLast((part) => part !== '[]') as keyof typeof words.fields
      expect(label).toBe(words.fields[field])
    }
  })
})
