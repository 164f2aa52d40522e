import type { Blocks } from './block.ts'
import { BODY } from './body.ts'
import { GENERAL } from './general.ts'
import { HEART_LUNGS } from './heart-lungs.ts'
import { NERVES_SENSES } from './nerves-senses.ts'
import { SURGERY } from './surgery.ts'
import { WOMEN_CHILDREN } from './women-children.ts'

/** Every specialty's phrases. */
export const ALL_BLOCKS: readonly Blocks[] = [
  ...BODY,
  ...GENERAL,
  ...HEART_LUNGS,
  ...NERVES_SENSES,
  ...SURGERY,
  ...WOMEN_CHILDREN,
]
