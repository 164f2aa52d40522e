import { useEffect } from 'react'

/**
 * A file that is let go beside a place for files must not take the window there (Electron's checklist, 13). Heard
 * before every such place, which then says for itself that it takes the file.
 */
export function useNoStrays(): void {
  useEffect(() => {
    const stay = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', stay, true)
    window.addEventListener('drop', stay, true)
    return () => {
      window.removeEventListener('dragover', stay, true)
      window.removeEventListener('drop', stay, true)
    }
  }, [])
}
