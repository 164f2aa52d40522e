import { useTranslation } from 'react-i18next'
import type { ClinicOffer, Trial } from '../../../electron/main/domain/clinic-file.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { Facts } from '../../ui/Facts.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './Clinic.module.css'

/** A clinic as its file tells it, and what was found when it was tried. */
export function ClinicCard({ offer }: { readonly offer: ClinicOffer }) {
  const { t } = useTranslation('screens')
  const { name, chainId, rpc, contract, payer, signedBy, shared, phones, trials } = offer
  return (
    <Panel title={name}>
      <Facts
        rows={[
          [t('join.chain'), t('join.chainAt', { id: chainId, host: new URL(rpc).host })],
          [
            t('join.contract'),
            <bdi className="mono" key="contract">
              {contract}
            </bdi>,
          ],
          [t('join.fees'), t(payer === 'wallet' ? 'join.youPay' : 'join.clinicPays')],
        ]}
      />
      <ul className={css.trials} aria-label={t('join.trials')}>
        {trials.map((trial) => (
          <li key={`${trial.what} ${trial.name ?? ''}`}>
            <Outcome trial={trial} />
          </li>
        ))}
        {signedBy === null && (
          <li>
            <Status tone="warn">{t('join.unsigned')}</Status>
          </li>
        )}
        {!shared && (
          <li>
            <Status tone="warn">{t('join.notShared')}</Status>
          </li>
        )}
        {phones === 'without-tls' && (
          <li>
            <Status tone="warn">{t('phones.noHttps')}</Status>
          </li>
        )}
      </ul>
    </Panel>
  )
}

function Outcome({ trial: { what, name, failure } }: { readonly trial: Trial }) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  if (failure === null) return <Status tone="ok">{t(`join.passed.${what}`, { name })}</Status>
  return (
    <>
      <Status tone={what === 'store' ? 'warn' : 'bad'}>{t(`join.failed.${what}`, { name })}</Status>
      {what !== 'store' && <p className="tiny dim">{wordsOf(failure).title}</p>}
    </>
  )
}
