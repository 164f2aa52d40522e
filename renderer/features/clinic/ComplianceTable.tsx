import { Link } from 'react-router'
import words from '../../../resources/locales/en/compliance.json'
import { Panel } from '../../ui/Panel.tsx'
import css from './ComplianceTable.module.css'

type Row = {
  readonly place: string
  readonly app: string
  readonly clinic: string
  readonly see?: { readonly to: string; readonly place: string }
}

/** What a law asks, row by row: the app's part, where to see it, and the clinic's. */
export function ComplianceTables() {
  return words.groups.map(({ name, rows }) => (
    <Panel key={name} title={name} flush>
      <table className={css.table} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{words.columns.asks}</th>
            <th scope="col">{words.columns.app}</th>
            <th scope="col">{words.columns.clinic}</th>
          </tr>
        </thead>
        <tbody>
          {(rows as readonly Row[]).map(({ place, app, clinic, see }) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              <td>
                {app}
                {see !== undefined && (
                  <>
                    {' '}
                    <Link to={see.to}>{words.see.replace('{{place}}', see.place)}</Link>
                  </>
                )}
              </td>
              <td>{clinic}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  ))
}
