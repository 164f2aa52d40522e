import type { FolderView } from '../../electron/main/domain/folder.ts'

/** The folder of the identity profile, and the one that every patient has beside it. */
export const IDENTITY = 0
export const GENERAL = 1

/**
 * What a folder is called.
 * @param say a text of the namespace `common`
 */
export function folderName(
  { folder, specialty }: Pick<FolderView, 'folder' | 'specialty'>,
  say: (key: string, fill?: Record<string, unknown>) => string,
): string {
  if (folder === IDENTITY) return say('folders.0')
  if (specialty !== null) return say(`specialties.${specialty}`, { defaultValue: specialty })
  return folder === GENERAL ? say('folders.1') : say('folder', { folder })
}
