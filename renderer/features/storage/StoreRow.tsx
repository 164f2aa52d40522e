import { Button } from '@mantine/core'
import { IconServer } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoreView } from '../../../electron/main/domain/store.ts'
import { useFailureWords } from '../../lib/failure-words.ts'
import { formatMoment } from '../../lib/format.ts'
import { Status, type Tone } from '../../ui/Status.tsx'
import css from './Storage.module.css'
import { StoreKey } from './StoreKey.tsx'

const TONES: Readonly<Record<StoreView['state'], Tone>> = { online: 'ok', failing: 'bad', unknown: 'wait' }

/** One shared store: what it is, how it does and since when, and the key it is asked with. */
export function StoreRow({ store }: { readonly store: StoreView }) {
  const { t } = useTranslation('screens')
  const wordsOf = useFailureWords()
  const [asking, setAsking] = useState(false)
  const { name, kind, state, since, failure, hasKey } = store
  return (
    <li className={css.row}>
      <IconServer size={20} stroke={1.6} aria-hidden="true" />
      <div className={css.words}>
        <strong className={css.name}>
          <bdi>{name}</bdi>
        </strong>
        <span className="tiny dim">{t(`storage.kinds.${kind}`)}</span>
        <Status tone={TONES[state]}>
          {state === 'unknown'
            ? t('storage.states.unknown')
            : t(`storage.states.${state}`, { when: formatMoment(since) })}
        </Status>
        {failure !== null && (
          <span className="tiny dim">{wordsOf({ code: failure, detail: { store: name } }).body}</span>
        )}
      </div>
      <Button
        size="compact-sm"
        h={30}
        px={14}
        variant="default"
        onClick={() => setAsking(true)}
        aria-label={t('storage.keyOf', { name })}
      >
        {t(hasKey ? 'storage.changeKey' : 'storage.giveKey')}
      </Button>
      <StoreKey store={store} opened={asking} onClose={() => setAsking(false)} />
    </li>
  )
}
