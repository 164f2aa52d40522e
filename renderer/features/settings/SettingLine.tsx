import type { ReactNode } from 'react'
import css from './Settings.module.css'

type Props = { readonly label: string; readonly note?: string; readonly children: ReactNode }

/** One setting: what it is called, what it does, and the control. */
export function SettingLine({ label, note, children }: Props) {
  return (
    <div className={css.line}>
      <div>
        <p className={css.label}>{label}</p>
        {note !== undefined && <p className="tiny dim">{note}</p>}
      </div>
      {children}
    </div>
  )
}
