import { type KeyboardEvent, type PointerEvent, useRef, useState, type WheelEvent } from 'react'

type View = { readonly x: number; readonly y: number; readonly scale: number; readonly turn: number }

const FIT: View = { x: 0, y: 0, scale: 1, turn: 0 }
const STEP = 60

export const clampScale = (scale: number): number => Math.min(12, Math.max(0.2, scale))

/** Where a picture stands: moved by dragging or arrow keys, zoomed by wheel, keys or buttons. Scale 1 fits. */
export function usePanZoom() {
  const [view, setView] = useState(FIT)
  const held = useRef<{ x: number; y: number } | null>(null)
  const move = (x: number, y: number): void => setView((at) => ({ ...at, x: at.x + x, y: at.y + y }))
  const zoom = (factor: number): void => setView((at) => ({ ...at, scale: clampScale(at.scale * factor) }))
  const fit = (): void => setView((at) => ({ ...FIT, turn: at.turn }))
  const turn = (): void => setView((at) => ({ ...at, turn: at.turn + 90 }))

  const KEYS: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => move(STEP, 0),
    ArrowRight: () => move(-STEP, 0),
    ArrowUp: () => move(0, STEP),
    ArrowDown: () => move(0, -STEP),
    '+': () => zoom(1.25),
    '-': () => zoom(1 / 1.25),
    '0': fit,
    r: turn,
  }
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.metaKey ? undefined : KEYS[event.key]
      if (act === undefined) return
      event.preventDefault()
      act()
    },
    onWheel: (event: WheelEvent) => zoom(event.deltaY < 0 ? 1.12 : 1 / 1.12),
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      held.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      if (held.current === null) return
      move(event.clientX - held.current.x, event.clientY - held.current.y)
      held.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: () => {
      held.current = null
    },
  }
  return { view, zoom, fit, turn, handlers }
}
