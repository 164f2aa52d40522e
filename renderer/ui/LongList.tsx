import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import css from './LongList.module.css'
import { useKeptRow } from './use-kept-row.ts'
import { useTextScale } from './use-text-scale.ts'

/** From this many rows on, only those in sight are in the page. */
const MANY = 200

/** What a page scrolls in. */
const scroller = (): HTMLElement | null => document.getElementById('page')

type Props<Item> = {
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** In pixels, for text of the usual size. */
  readonly height: (item: Item) => number
  readonly label: string
  readonly children: (item: Item, index: number) => ReactNode
}

/** Rows of known heights in the page's own scroll. */
export function LongList<Item>(props: Props<Item>) {
  const scale = useTextScale()
  const height = (item: Item): number => props.height(item) * scale
  // A window that knows other heights is another window.
  return props.items.length > MANY ? (
    <Windowed key={scale} {...props} height={height} />
  ) : (
    <Whole {...props} height={height} />
  )
}

function Whole<Item>({ items, keyOf, height, label, children }: Props<Item>) {
  return (
    <ul className={css.root} aria-label={label}>
      {items.map((item, index) => (
        <li key={keyOf(item)} style={{ height: height(item) }}>
          {children(item, index)}
        </li>
      ))}
    </ul>
  )
}

function Windowed<Item>({ items, keyOf, height, label, children }: Props<Item>) {
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  const { rangeExtractor, rowHandlers } = useKeptRow()
  useLayoutEffect(() => {
    const page = scroller()
    if (page === null || list.current === null) return
    setMargin(list.current.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop)
  }, [])
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: scroller,
    estimateSize: (index) => height(items[index]!),
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 12,
    scrollMargin: margin,
    rangeExtractor,
  })
  return (
    <ul
      ref={list}
      className={css.windowed}
      aria-label={label}
      style={{ height: rows.getTotalSize() }}
      {...rowHandlers}
    >
      {rows.getVirtualItems().map(({ key, index, start, size }) => (
        <li
          key={String(key)}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ height: size, transform: `translateY(${start - margin}px)` }}
        >
          {children(items[index]!, index)}
        </li>
      ))}
    </ul>
  )
}
