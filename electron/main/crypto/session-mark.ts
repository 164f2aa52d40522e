import { createHash } from 'node:crypto'
import { wordlists } from 'ethers'
import { MARK_COLOURS, type SessionMark } from '../domain/desk.ts'

const WORDS = 3
/** 2048 words in the BIP-39 list. */
const LIST_LENGTH = 2 ** 11
const LABEL = 'medical-chain/1/session-mark/'

/**
 * Three words of the BIP-39 English list and a colour for a WalletConnect session: the first bytes of SHA-256 over its
 * topic. 2^33 marks are enough to tell the desks of a hall apart; they are no secret and prove nothing by themselves.
 */
export function sessionMark(topic: string): SessionMark {
  const digest = createHash('sha256').update(LABEL).update(topic).digest()
  const list = wordlists.en!
  return {
    words: Array.from({ length: WORDS }, (_, word) =>
      list.getWord(digest.readUInt16BE(2 * word) % LIST_LENGTH),
    ),
    colour: MARK_COLOURS[digest[2 * WORDS]! % MARK_COLOURS.length]!,
  }
}
