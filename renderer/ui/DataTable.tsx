import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useMemo, useRef } from 'react'
import css from './DataTable.module.css'
import { ScrollRegion } from './ScrollRegion.tsx'
import { useKeptRow } from './use-kept-row.ts'
import { useTextScale } from './use-text-scale.ts'

export type Sort = { readonly column: string; readonly down: boolean }

export type Column<Row> = {
  readonly id: string
  readonly label: string
  /** A CSS grid track, in rem: it grows with the text. */
  readonly width: string
  readonly cell: (row: Row) => ReactNode
  /** What the column is sorted by; without it, it can't be. */
  readonly by?: (row: Row) => string | number
  readonly end?: boolean
}

type Props<Row> = {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** In pixels, for text of the usual size. */
  readonly rowHeight?: number
}

/** A table of any length: only the rows in sight are in the page. */
export function DataTable<Row>(props: Props<Row>) {
  const scale = useTextScale()
  // A window that knows other heights is another window.
  return <Scaled key={scale} {...props} rowHeight={(props.rowHeight ?? 41) * scale} />
}

type ScaledProps<Row> = Props<Row> & { readonly rowHeight: number }

function Scaled<Row>({ label, rows, columns, keyOf, sort, onSort, rowHeight }: ScaledProps<Row>) {
  const scroller = useRef<HTMLElement>(null)
  const { rangeExtractor, rowHandlers } = useKeptRow()
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort])
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(sorted[index]!),
    overscan: 10,
    rangeExtractor,
  })
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') }
  return (
    <ScrollRegion label={label} ref={scroller} className={css.scroll}>
      {/* Grid rows keep the columns where only some of the rows exist. */}
      {/* biome-ignore-start lint/a11y: a real table can't hold rows that are placed one by one, and a row takes no focus */}
      <div role="table" aria-label={label} aria-rowcount={sorted.length + 1} className={css.table}>
        <div role="row" className={css.head} style={tracks} aria-rowindex={1}>
          {columns.map((column) => (
            <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
        <div role="rowgroup" className={css.body} style={{ height: virtual.getTotalSize() }} {...rowHandlers}>
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <div
              role="row"
              key={String(key)}
              data-index={index}
              className={css.row}
              aria-rowindex={index + 2}
              style={{ ...tracks, height: rowHeight, transform: `translateY(${start}px)` }}
            >
              {columns.map((column) => (
                <div role="cell" key={column.id} className={column.end === true ? css.end : css.cell}>
                  {column.cell(sorted[index]!)}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
      {/* biome-ignore-end lint/a11y: a real table can't hold rows that are placed one by one, and a row takes no focus */}
    </ScrollRegion>
  )
}

type HeadProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}

function HeadCell<Row>({ column: { id, label, by, end }, sort, onSort }: HeadProps<Row>) {
  const here = sort?.column === id
  const Arrow = sort?.down === true ? IconArrowDown : IconArrowUp
  const order = here ? (sort?.down === true ? 'descending' : 'ascending') : 'none'
  const sortable = by !== undefined && onSort !== undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table above
    // biome-ignore lint/a11y/useFocusableInteractive: the button inside takes the focus
    <div
      role="columnheader"
      className={end === true ? css.end : css.cell}
      {...(sortable ? { 'aria-sort': order } : {})}
    >
      {sortable ? (
        <button
          type="button"
          className={css.sort}
          onClick={() => onSort({ column: id, down: here ? sort?.down !== true : false })}
        >
          {label}
          {here && <Arrow size={14} stroke={1.8} aria-hidden="true" />}
        </button>
      ) : (
        label
      )}
    </div>
  )
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort?: Sort): readonly Row[] {
  const by = columns.find(({ id }) => id === sort?.column)?.by
  if (by === undefined || sort === undefined) return rows
  const sign = sort.down ? -1 : 1
  return rows.toSorted((a, b) => {
    const [left, right] = [by(a), by(b)]
    if (typeof left === 'number' && typeof right === 'number') return sign * (left - right)
    return sign * String(left).localeCompare(String(right))
  })
}
