import { Button } from '@mantine/core'
import { IconUrgent } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../electron/main/domain/bytes.ts'
import type { EmergencyView } from '../../../electron/main/domain/emergency.ts'
import { useAct, useCall } from '../../lib/calls.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment } from '../../lib/format.ts'
import { useMe } from '../../lib/me.ts'
import { useNames } from '../../lib/names.ts'
import { FailureLine } from '../../ui/FailureLine.tsx'
import css from './Emergency.module.css'
import { useRequestWords } from './use-request-words.ts'
import { countdown, useSeconds } from './use-seconds.ts'

type Props = {
  readonly patient: Address
  /** What is shown while it is open and its key is held. */
  readonly children: (view: EmergencyView) => ReactNode
  /** What is shown once it is over. */
  readonly over: ReactNode
}

/** Everything that a doctor sees in an emergency stands in here: under a banner that counts down, behind a watermark. */
export function OpenRoom({ patient, children, over }: Props) {
  const me = useMe()
  const { data } = useCall('emergency.list')
  const view = data?.find(
    (one) => one.patient === patient && one.doctor === me.address && one.phase === 'open',
  )
  const now = useSeconds(view !== undefined)
  if (data === undefined) return null
  if (view === undefined || (view.until ?? 0) <= now) return over
  return (
    <div className={css.room}>
      <Banner view={view} left={(view.until ?? 0) - now} />
      <div className={css.inside}>
        <div className={css.scroll}>
          <Held view={view}>{children(view)}</Held>
        </div>
        <Watermark view={view} />
      </div>
    </div>
  )
}

/** Takes the key in first: after an unlock it is not there any more. */
function Held({ view, children }: { readonly view: EmergencyView; readonly children: ReactNode }) {
  const { mutate, isSuccess, error } = useAct('emergency.enter')
  const words = useFailureWords()
  const { patient, request } = view
  useEffect(() => mutate({ patient, request }), [mutate, patient, request])
  if (error !== null) return <FailureLine words={words(error)} />
  return isSuccess ? children : null
}

function Banner({ view, left }: { readonly view: EmergencyView; readonly left: number }) {
  const { t } = useTranslation('screens')
  const { reasonOf } = useRequestWords()
  const close = useAct('emergency.close')
  const words = useFailureWords()
  const { patient, request } = view
  return (
    <>
      <section className={css.banner} aria-label={t('emergency.access')}>
        <IconUrgent size={26} stroke={1.7} aria-hidden="true" />
        <div>
          <strong>{t('emergency.access')}</strong>
          <p>
            {reasonOf(view)} · {t('emergency.agreed', { count: view.approvedBy.length, of: view.threshold })}
          </p>
        </div>
        <p className={css.left}>
          <b>
            <time>{countdown(left)}</time>
          </b>
          <span>{t('emergency.closesAlone')}</span>
        </p>
        <Button
          variant="white"
          className={css.closeNow}
          loading={close.isPending}
          onClick={() => close.mutate({ patient, request })}
        >
          {t('emergency.closeNow')}
        </Button>
      </section>
      {close.error !== null && <FailureLine words={words(close.error)} />}
    </>
  )
}

/** Who looked, and when, over all that is on screen: a photograph of it says whose it is. */
function Watermark({ view }: { readonly view: EmergencyView }) {
  const me = useMe()
  const names = useNames()
  const words = `${names.me(me)} · ${formatMoment(view.openedAt ?? 0)}`
  const picture = `url("data:image/svg+xml,${encodeURIComponent(tileOf(words))}")`
  return <div className={css.watermark} style={{ maskImage: picture }} aria-hidden="true" />
}

/** A picture of the words, slanted; drawn in the text's colour by whoever uses it as a mask. */
function tileOf(words: string): string {
  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text')
  text.textContent = words
  const written = new XMLSerializer().serializeToString(text).replace(/^<text[^>]*>/, '')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="190"><text x="10" y="150" font-family="sans-serif" font-size="17" transform="rotate(-18 10 150)">${written}</svg>`
}
