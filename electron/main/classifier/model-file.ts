import type { SpecialtyCode } from '../domain/specialty.ts'
import type { Model } from './model.ts'

/**
 * A model as bytes: the head's length (uint32, little endian), the head as JSON, then for each feature of the head's list its
 * rarity (float32, little endian), then the weights (int8, by feature and code).
 */
type Head = Pick<Model, 'codes' | 'strangeness' | 'step' | 'temperature' | 'threshold'> & {
  readonly v: 1
  /** Divided by line breaks, which no feature holds. */
  readonly features: string
}

const FLOAT = 4

export function encodeModel(model: Model): Uint8Array {
  const { codes, strangeness, step, temperature, threshold } = model
  const features = [...model.vocabulary.keys()].join('\n')
  const head: Head = { v: 1, codes, strangeness, step, temperature, threshold, features }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(FLOAT + text.length + model.rarity.length * FLOAT + model.weights.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, text.length, true)
  bytes.set(text, FLOAT)
  model.rarity.forEach(
    (value, place) => void view.setFloat32(FLOAT + text.length + place * FLOAT, value, true),
  )
  bytes.set(new Uint8Array(model.weights.buffer), FLOAT + text.length + model.rarity.length * FLOAT)
  return bytes
}

/** @throws Error when it is not a whole model */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = FLOAT + view.getUint32(0, true)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(FLOAT, start))) as Head
  const names = head.features.split('\n')
  const weights = start + names.length * FLOAT
  if (head.v !== 1 || bytes.length !== weights + names.length * head.codes.length)
    throw new Error('the classifier’s model is damaged')
  return {
    codes: head.codes as readonly SpecialtyCode[],
    strangeness: head.strangeness,
    step: head.step,
    temperature: head.temperature,
    threshold: head.threshold,
    vocabulary: new Map(names.map((name, place) => [name, place])),
    rarity: Float32Array.from(names, (_, place) => view.getFloat32(start + place * FLOAT, true)),
    weights: Int8Array.from(bytes.subarray(weights), (byte) => (byte << 24) >> 24),
  }
}
