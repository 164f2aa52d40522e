import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LogLine } from '../../../electron/main/domain/log.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { formatMoment } from '../../lib/format.ts'
import { useNames } from '../../lib/names.ts'
import { Panel } from '../../ui/Panel.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import css from './Log.module.css'
import { type OddRule, oddAccess } from './odd-access.ts'

/** Views that are worth a look. Whoever finds a rule useless switches it off. */
export function OddAccess({ lines }: { readonly lines: readonly LogLine[] }) {
  const { t } = useTranslation('screens')
  const names = useNames()
  const { data: settings } = useCall('settings.read')
  const write = useAct('settings.write')
  const off = settings?.oddAccessOff
  const found = useMemo(() => oddAccess(lines, off ?? [], Date.now() / 1000), [lines, off])
  if (off === undefined || (found.length === 0 && off.length === 0)) return null
  const leaveOut = (rule: OddRule): void => write.mutate({ oddAccessOff: [...off, rule] })
  return (
    <Panel title={t('log.odd.title')}>
      <p className="small soft">{t('log.odd.note')}</p>
      <ul className={css.odd}>
        {found.map(({ rule, line, count }) => {
          const who = names.plain(line.actorName, line.actor)
          return (
            <li key={`${rule} ${line.id}`}>
              <span data-private>
                {t(`log.odd.rules.${rule}`, {
                  who,
                  patient: names.plain(line.patientName, line.patient ?? ''),
                  count,
                  when: formatMoment(line.at),
                })}
              </span>
              <TextButton onClick={() => leaveOut(rule)} aria-label={t('log.odd.leaveOutWhat', { who })}>
                {t('log.odd.leaveOut')}
              </TextButton>
            </li>
          )
        })}
      </ul>
      {off.length > 0 && (
        <p className={css.oddOff}>
          {t('log.odd.off', { count: off.length })}{' '}
          <TextButton onClick={() => write.mutate({ oddAccessOff: [] })}>{t('log.odd.again')}</TextButton>
        </p>
      )}
    </Panel>
  )
}
