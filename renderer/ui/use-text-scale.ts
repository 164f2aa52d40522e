import { useSyncExternalStore } from 'react'

/** The size that rows are drawn for. */
const DRAWN_FOR = 16

const scaleNow = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / DRAWN_FOR

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}

/** How much larger than drawn the text is: rows whose height is counted here grow with it. */
export const useTextScale = (): number => useSyncExternalStore(subscribe, scaleNow)
