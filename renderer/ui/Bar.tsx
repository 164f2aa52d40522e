import css from './Bar.module.css'

type Props = {
  readonly label: string
  readonly done: number
  readonly total: number
  readonly tone?: 'ink' | 'warn'
}

/** How far something is. Where nothing can be counted it moves, unless motion is unwanted. */
export function Bar({ label, done, total, tone = 'ink' }: Props) {
  const known = total > 1 || done > 0
  const share = total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100))
  return (
    <div
      className={css.root}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(known ? { 'aria-valuenow': share } : {})}
      data-tone={tone}
    >
      <span data-waiting={!known || undefined} style={known ? { width: `${share}%` } : undefined} />
    </div>
  )
}
