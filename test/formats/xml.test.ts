import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Written, writeXml } from '../../electron/main/formats/write-xml.ts'
import { type Element, parseXml, XmlError } from '../../electron/main/formats/xml.ts'

describe('namespaces', () => {
  it('are known by what they are, whatever a document calls them, down to where they are called otherwise', () => {
    const root = parseXml('<a:x xmlns:a="one" xmlns="two"><y a:z="1" z="2"/><a:y xmlns:a="three"/></a:x>')
    const [first, second] = root.children as Element[]
    expect([root, first!, second!].map(({ namespace, name }) => [namespace, name])).toEqual([
      ['one', 'x'],
      ['two', 'y'],
      ['three', 'y'],
    ])
    expect([...first!.attributes]).toEqual([
      ['one z', '1'],
      ['z', '2'],
    ])
    expect(parseXml('<x xml:lang="de"/>')).toMatchObject({ namespace: '' })
  })

  it.each([
    ['an element with a prefix that nobody declares', '<a:x/>'],
    ['an attribute with one', '<x a:y="1"/>'],
    ['an attribute twice', '<x y="1" y="2"/>'],
    ['a letter that no document may have', '<x>\u0000</x>'],
    ['the number of one', '<x>&#xd800;</x>'],
  ])('%s is refused', (_, text) => {
    expect(() => parseXml(text)).toThrowError(XmlError)
  })
})

it('line ends are one letter, and spaces in an attribute, unless they are numbered', () => {
  const { attributes, children } = parseXml('<x y="a\r\nb&#13;c">\r\n&#13;\r</x>')
  expect(attributes.get('y')).toBe('a b\rc')
  expect(children).toEqual(['\n\r\n'])
})

describe('a document that is written', () => {
  it('is read as it was, whatever stands in it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'<>&"\'\t\n\r ]é😀a') })
    const { node } = fc.letrec<{ node: Written }>((tie) => ({
      node: fc.record({
        tag: fc.constantFrom('a', 'b'),
        attributes: fc.dictionary(fc.constantFrom('c', 'd'), text, { noNullPrototype: true }),
        children: fc.oneof(
          { depthSize: 'small' },
          // Text that stands beside text is one text, and none is none.
          text.map((each) => (each === '' ? [] : [each])),
          fc.array(tie('node'), { maxLength: 3 }),
        ),
      }),
    }))
    fc.assert(
      fc.property(node, (written) => {
        expect(asWritten(parseXml(writeXml(written)), written)).toEqual(written)
      }),
    )
  })
})

/** What was read, without the line ends that stand between elements where nothing else does. */
function asWritten({ name, attributes, children }: Element, like: Written): Written {
  const hasText = like.children.some((child) => typeof child === 'string')
  const kept = children.filter((child) => hasText || typeof child !== 'string')
  return {
    tag: name,
    attributes: Object.fromEntries(attributes),
    children: kept.map((child, place) =>
      typeof child === 'string' ? child : asWritten(child, like.children[place] as Written),
    ),
  }
}
