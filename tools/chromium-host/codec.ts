/**
 * A small structured clone for IPC frames: a JSON table of nodes, then one tail of raw bytes, so that binary data
 * is never turned into text. Whole and self-contained, because its source text also runs in the page.
 *
 * Frame: u32 little-endian length of the JSON, the JSON, the tail. In the JSON a scalar stands for itself and
 * `[n]` points at node n, which keeps shared references and cycles.
 */
export function createCodec() {
  type Ref = string | number | boolean | null | [number]
  type Node = [kind: string, ...rest: unknown[]]
  const head = 4
  const global = globalThis as unknown as Record<string, new (...args: unknown[]) => unknown>
  const errors = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError']

  const refuse = (): never => {
    throw new Error('An object could not be cloned.')
  }
  const tagOf = (value: object): string => Object.prototype.toString.call(value).slice(8, -1)
  /** Blob, Promise, WeakMap and their like: objects with inner state a copy of their properties would lose. */
  const isOpaque = (value: object): boolean => {
    const maker = Object.getPrototypeOf(value)?.constructor
    return typeof maker === 'function' && maker.name !== 'Object' && /\[native code\]/.test(`${maker}`)
  }

  function encode(root: unknown): Uint8Array<ArrayBuffer> {
    const nodes: Node[] = []
    const seen = new Map<unknown, [number]>()
    const tail: Uint8Array[] = []
    let tailLength = 0

    const keep = (bytes: Uint8Array): [number, number] => {
      tail.push(bytes)
      tailLength += bytes.length
      return [tailLength - bytes.length, bytes.length]
    }
    const add = (node: Node): [number] => [nodes.push(node) - 1]
    const describe = (value: object, node: Node): void => {
      const tag = tagOf(value)
      if (Array.isArray(value)) node.push('array', Array.from(value, toRef))
      else if (ArrayBuffer.isView(value))
        node.push('view', tag, ...keep(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)))
      else if (value instanceof ArrayBuffer) node.push('buffer', ...keep(new Uint8Array(value)))
      else if (value instanceof Date) node.push('date', toRef(value.getTime()))
      else if (value instanceof RegExp) node.push('regexp', value.source, value.flags)
      else if (value instanceof Map)
        node.push(
          'map',
          Array.from(value, ([k, v]) => [toRef(k), toRef(v)]),
        )
      else if (value instanceof Set) node.push('set', Array.from(value, toRef))
      else if (tag === 'Error') {
        const { name, message, stack } = value as Error
        const cause = 'cause' in value ? [toRef(value.cause)] : []
        node.push('error', errors.includes(name) ? name : 'Error', `${message}`, stack ?? null, cause)
      } else if (isOpaque(value)) refuse()
      else
        node.push(
          'object',
          Object.entries(value).map(([k, v]) => [k, toRef(v)]),
        )
    }
    function toRef(value: unknown): Ref {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
      if (typeof value === 'number')
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : add(['number', Object.is(value, -0) ? '-0' : `${value}`])
      if (value === undefined) return add(['undefined'])
      if (typeof value === 'bigint') return add(['bigint', `${value}`])
      if (typeof value !== 'object') return refuse()
      const known = seen.get(value)
      if (known) return known
      const node = [] as unknown as Node
      const ref = add(node)
      seen.set(value, ref)
      describe(value, node)
      return ref
    }

    const top = toRef(root)
    const json = new TextEncoder().encode(JSON.stringify([top, nodes]))
    const frame = new Uint8Array(head + json.length + tailLength)
    new DataView(frame.buffer).setUint32(0, json.length, true)
    frame.set(json, head)
    let at = head + json.length
    for (const bytes of tail) {
      frame.set(bytes, at)
      at += bytes.length
    }
    return frame
  }

  function decode(frame: Uint8Array): unknown {
    const length = new DataView(frame.buffer, frame.byteOffset).getUint32(0, true)
    const json = new TextDecoder().decode(frame.subarray(head, head + length))
    const [top, nodes] = JSON.parse(json) as [Ref, Node[]]
    /** A copy with a buffer of its own: Node's Buffers share theirs with strangers. */
    const bytes = (at: unknown, size: unknown): ArrayBuffer =>
      new Uint8Array(frame.subarray(head + length + Number(at), head + length + Number(at) + Number(size)))
        .buffer
    const view = (kind: string, buffer: ArrayBuffer) => new (global[kind] ?? global.Uint8Array!)(buffer)

    const shell = ([kind, a, b, c]: Node): unknown => {
      switch (kind) {
        case 'undefined':
          return undefined
        case 'number':
          return Number(a)
        case 'bigint':
          return BigInt(a as string)
        case 'date':
          return new Date(typeof a === 'number' ? a : Number.NaN)
        case 'regexp':
          return new RegExp(a as string, b as string)
        case 'buffer':
          return bytes(a, b)
        case 'view':
          return view(a as string, bytes(b, c))
        case 'error':
          return Object.defineProperty(new global[a as string]!(b) as Error, 'stack', {
            value: c ?? undefined,
            configurable: true,
            writable: true,
          })
        case 'array':
          return []
        case 'map':
          return new Map()
        case 'set':
          return new Set()
        default:
          return {}
      }
    }
    const made = nodes.map(shell)
    const value = (ref: unknown): unknown => (Array.isArray(ref) ? made[ref[0] as number] : ref)
    nodes.forEach(([kind, a, , , cause], index) => {
      const target = made[index]
      if (kind === 'array') for (const item of a as unknown[]) (target as unknown[]).push(value(item))
      else if (kind === 'set') for (const item of a as unknown[]) (target as Set<unknown>).add(value(item))
      else if (kind === 'map')
        for (const [k, v] of a as unknown[][]) (target as Map<unknown, unknown>).set(value(k), value(v))
      else if (kind === 'object')
        for (const [k, v] of a as [string, unknown][])
          Object.defineProperty(target, k, {
            value: value(v),
            configurable: true,
            enumerable: true,
            writable: true,
          })
      else if (kind === 'error' && (cause as unknown[]).length > 0)
        (target as Error).cause = value((cause as unknown[])[0])
    })
    return value(top)
  }

  return { encode, decode }
}

export type Codec = ReturnType<typeof createCodec>
