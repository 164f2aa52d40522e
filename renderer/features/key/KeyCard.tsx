import { useTranslation } from 'react-i18next'
import type { Me } from '../../../electron/main/domain/session.ts'
import { CopyText } from '../../ui/CopyText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { FingerprintWords } from '../../ui/FingerprintWords.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Qr } from '../../ui/Qr.tsx'
import css from './Key.module.css'

/** One's own public key as others compare it: words, QR, fingerprint. */
export function KeyCard({ me }: { readonly me: Me }) {
  const { t } = useTranslation(['screens', 'common'])
  const { fingerprint, words, bits } = me.key
  return (
    <Panel title={t('key.public')}>
      <div className={css.split}>
        <Qr text={fingerprint} label={t('key.qr')} size={148} />
        <div className={css.column}>
          <h3>{t('key.words')}</h3>
          <FingerprintWords words={words} label={t('key.words')} />
          <p className="small soft">{t('key.compare')}</p>
        </div>
      </div>
      <div className={css.facts}>
        <Facts
          rows={[
            [t('key.kind'), t('key.bits', { bits })],
            [
              t('key.fingerprint'),
              <span key="print" className="mono">
                {fingerprint}
              </span>,
            ],
            [
              t(me.signer === me.address ? 'key.address' : 'key.account'),
              <span key="address" className="mono">
                {me.address}
              </span>,
            ],
          ]}
        />
        <div className={css.copies}>
          <CopyText text={fingerprint} label={t('key.copyFingerprint')} done={t('common:copied')} />
          <CopyText
            text={me.address}
            label={t(me.signer === me.address ? 'key.copyAddress' : 'key.copyAccount')}
            done={t('common:copied')}
          />
        </div>
      </div>
    </Panel>
  )
}
