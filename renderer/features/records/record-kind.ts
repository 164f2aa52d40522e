import type { Icon } from '@tabler/icons-react'
import { IconFileText, IconFileTypePdf, IconLock, IconPhoto } from '@tabler/icons-react'

/** What a record is, for its icon and its word. */
export const recordKind = (mediaType: string | null): 'pdf' | 'image' | 'text' | 'closed' => {
  if (mediaType === null) return 'closed'
  if (mediaType === 'application/pdf') return 'pdf'
  return mediaType.startsWith('image/') ? 'image' : 'text'
}

export const KIND_ICONS: Readonly<Record<ReturnType<typeof recordKind>, Icon>> = {
  pdf: IconFileTypePdf,
  image: IconPhoto,
  text: IconFileText,
  closed: IconLock,
}
