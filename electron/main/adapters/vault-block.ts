import { pointerTo } from '../crypto/pointer.ts'
import type { PublicBlock } from '../domain/bytes.ts'
import type { Block } from '../ports/vault.ts'

/** A block with the pointer that names it. */
export const blockOf = (block: PublicBlock): Block => ({ block, pointer: pointerTo(block) })
