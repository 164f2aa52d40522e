import { useEffect } from 'react'
import { api } from '../../lib/bridge.ts'
import { onCopied } from '../../lib/copied.ts'

/** Tells main what was copied here, whichever way, so that the end of the visit takes it away. */
export function useNoteCopies(): void {
  useEffect(() => {
    const note = (text: string): void => {
      if (text !== '') void api['visit.copied']({ text }).catch(() => undefined)
    }
    const stop = onCopied(note)
    const byHand = (): void => note(selected())
    document.addEventListener('copy', byHand)
    document.addEventListener('cut', byHand)
    return () => {
      stop()
      document.removeEventListener('copy', byHand)
      document.removeEventListener('cut', byHand)
    }
  }, [])
}

/** What is marked on the page, or in a field that keeps its own marking. */
function selected(): string {
  const field = document.activeElement
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
  return String(document.getSelection() ?? '')
}
