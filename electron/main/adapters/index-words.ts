import { dataSlice } from 'ethers'
import type { Address } from '../domain/bytes.ts'
import { foldersOf } from '../domain/folder.ts'

/** The 32-byte word at a place of the data: raw decoding costs a twentieth of ethers' `parseLog`. */
const word = (data: string, index: number): string => data.slice(2 + 64 * index, 66 + 64 * index)
export const number = (data: string, index: number): number => Number.parseInt(word(data, index), 16)
export const big = (data: string, index: number): bigint => BigInt(`0x${word(data, index)}`)
export const hex = (data: string, index: number): string => `0x${word(data, index)}`
export const flag = (data: string, index: number): boolean => number(data, index) === 1
export const folders = (data: string, index: number): number[] => foldersOf(big(data, index))
/** The bytes or array that the word at `index` points to. */
const tail = (data: string, index: number): number => number(data, index) / 32
export const list = (data: string, index: number): string[] => {
  const at = tail(data, index)
  return Array.from({ length: number(data, at) }, (_, item) => hex(data, at + 1 + item))
}
export const bytes = (data: string, index: number): string => {
  const at = tail(data, index)
  return dataSlice(data, 32 * (at + 1), 32 * (at + 1) + number(data, at))
}

export const signed = (data: string, nonce: number) => ({
  nonce: big(data, nonce),
  deadline: number(data, nonce + 1),
  signature: bytes(data, nonce + 2),
})

export const addressFrom = (topic: string): Address => `0x${topic.slice(-40)}` as Address
export const topicFrom = (address: Address): string => `0x${address.slice(2).padStart(64, '0')}`
