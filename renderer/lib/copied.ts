const listeners = new Set<(text: string) => void>()

/** A button of the app has put a text on the clipboard. */
export const tellCopied = (text: string): void => {
  for (const listener of listeners) listener(text)
}

/** Returns how to stop. */
export const onCopied = (listener: (text: string) => void): (() => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
