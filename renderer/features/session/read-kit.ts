import { CallFailure } from '../../lib/bridge.ts'
import { readCode } from '../../lib/read-code.ts'

/**
 * What a recovery kit's code says, from a photo or scan of it (PNG, JPEG, PDF) or from its `.mckey` file.
 * @throws CallFailure E_KIT_UNREADABLE when there is no kit in it
 */
export async function readKit(file: File): Promise<string> {
  const line = await lineOf(file).catch(() => '')
  if (!/^MCKEY1:[0-9A-F]+\s*$/.test(line)) throw new CallFailure('E_KIT_UNREADABLE', { name: file.name })
  return line.trim()
}

const lineOf = (file: File): Promise<string> =>
  file.name.toLowerCase().endsWith('.mckey') ? file.text() : readCode(file)
