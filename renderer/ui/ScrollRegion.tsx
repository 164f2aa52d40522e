import type { ReactNode, Ref } from 'react'

type Props = {
  readonly label: string
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly ref?: Ref<HTMLElement>
}

/** A part that scrolls by itself, so it must be reachable by keyboard (axe: scrollable-region-focusable). */
export function ScrollRegion({ label, children, className, ref }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard
    <section ref={ref} className={className} aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
