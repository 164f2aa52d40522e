import { clipboard } from 'electron'
import type { Clipping } from '../ports/clipping.ts'

export const electronClipping: Clipping = {
  clearIf: async (ours) => {
    const text = await clipboard.readText()
    if (text === '' || !ours(text)) return false
    clipboard.clear()
    return true
  },
}
