import { nameUuid } from '../../electron/main/crypto/name-uuid.ts'
import type { CopyTerms } from '../../electron/main/research/copying.ts'

/** How a record is copied for research in tests, unless one says otherwise. */
export const copyTerms = (more: Partial<CopyTerms> = {}): CopyTerms => ({
  shift: 40,
  keepsText: false,
  day: '2026-11-29',
  idOf: (place) => nameUuid(`copy ${place}`),
  ...more,
})
