import { IconChevronDown, IconCircleCheckFilled, IconRosetteDiscountCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Check, OpenedRecord } from '../../../electron/main/domain/record.ts'
import { formatLongDay, formatMoment, NO_END, shortAddress } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { Thread, ThreadItem } from '../../ui/Thread.tsx'
import css from './VerifyBadge.module.css'

/** Closed it says "Verified"; open, five checks on the thread, each with its evidence. */
export function VerifyBadge({ record }: { readonly record: OpenedRecord }) {
  const { t } = useTranslation(['screens', 'common'])
  const [open, setOpen] = useState(true)
  const count = record.checks.length
  const asOf = record.checks.map(({ evidence }) => evidence.asOf).find((at) => typeof at === 'number')
  return (
    <section className={css.root} aria-label={t('verify.label')}>
      <h2>
        <button type="button" className={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconRosetteDiscountCheckFilled size={20} aria-hidden="true" />
          <span>{t('verify.verified', { passed: count, count })}</span>
          <IconChevronDown size={18} stroke={1.8} data-open={open || undefined} aria-hidden="true" />
        </button>
      </h2>
      {open && (
        <div className={css.body} data-private>
          <Thread label={t('verify.checks')}>
            {record.checks.map((check) => (
              <ThreadItem
                key={check.name}
                mark={<IconCircleCheckFilled size={17} className={css.tick} aria-hidden="true" />}
              >
                <CheckWords check={check} record={record} />
              </ThreadItem>
            ))}
          </Thread>
          <p className={css.foot}>
            {asOf === undefined ? t('verify.here') : t('verify.asOf', { when: formatMoment(asOf) })}
          </p>
        </div>
      )}
    </section>
  )
}

function CheckWords({
  check: { name, evidence },
  record,
}: {
  readonly check: Check
  readonly record: OpenedRecord
}) {
  const { t } = useTranslation(['screens', 'common'])
  const me = useMe()
  const names = useNames()
  const until = Number(evidence.until ?? 0)
  const mine = record.patient === me.address
  const byPatient = record.author === record.patient
  const author =
    record.author === me.address
      ? t('verify.you')
      : byPatient
        ? names.plain(record.authorName, record.author)
        : names.doctor(record.authorName, record.author)
  const fill = {
    author,
    patient: mine ? t('verify.your') : names.plain(record.patientName, record.patient),
    role: t(`common:roles.${(evidence.role || 'patient') as 'patient'}`).toLowerCase(),
    at: formatMoment(Number(evidence.at ?? record.recordedAt)),
    since: formatLongDay(Number(evidence.since ?? record.recordedAt)),
    count: Number(evidence.lines ?? 0),
    block: Number(evidence.block ?? 0),
    until: until > 0 && until < NO_END ? formatLongDay(until) : '',
    custodian: String(evidence.custodian ?? '').replace(/^0x[0-9a-f]{40}$/, shortAddress),
  }
  const byCustodian = name === 'author' && evidence.custodian !== undefined
  const byChain = name === 'author' && evidence.block !== undefined
  const kind = byChain
    ? '_chain'
    : byCustodian
      ? '_custodian'
      : name === 'allowed'
        ? mine
          ? '_own'
          : until >= NO_END
            ? '_always'
            : '_until'
        : ''
  const whose = name === 'history' && mine ? '_own' : ''
  return (
    <>
      <strong className={css.sentence}>
        {t(`verify.${name}.sentence${whose}` as 'verify.author.sentence', fill)}
      </strong>
      <p className="tiny dim">{t(`verify.${name}.evidence${kind}` as 'verify.author.evidence', fill)}</p>
    </>
  )
}
