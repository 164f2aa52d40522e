import encodeQR from 'qr'
import { useMemo } from 'react'
import css from './Qr.module.css'

type Props = {
  readonly text: string
  readonly label: string
  /** Pixels a side, or for long texts pixels a module. */
  readonly size?: number
  readonly module?: number
}

/** A QR code, dark on white in both schemes, so that every camera reads it. */
export function Qr({ text, label, size = 180, module }: Props) {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 1 }), [text])
  const side = module === undefined ? size : module * (rows.length - 2)
  const path = useMemo(
    () => rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join(''),
    [rows],
  )
  return (
    <span className={css.root}>
      <svg
        role="img"
        aria-label={label}
        width={side}
        height={side}
        viewBox={`1 1 ${rows.length - 2} ${rows.length - 2}`}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#17201B" />
      </svg>
    </span>
  )
}
