import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SHARED } from './joined-clinic.ts'

/** Before the first file: a place for clinics that several begin with. @returns how to tidy up */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'medical-chain-clinics-'))
  process.env[SHARED] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
