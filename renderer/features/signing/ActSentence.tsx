import { Trans, useTranslation } from 'react-i18next'
import { Blank, Sentence } from '../../ui/Sentence.tsx'
import { type Named, tellAct } from './act-sentence.ts'
import type { Act } from './read-request.ts'

/** An act as the sentence that its person signs. */
export function ActSentence({ act, named }: { readonly act: Act; readonly named: Named }) {
  const { t } = useTranslation('signing')
  const { context, values } = tellAct(act, named)
  return (
    <Sentence>
      {act.actsFor !== null && (
        <>
          <Trans
            t={t}
            i18nKey="actsFor"
            values={{ name: named(act.actsFor) }}
            components={{ b: <Blank /> }}
          />{' '}
        </>
      )}
      <Trans
        t={t}
        i18nKey={`acts.${act.name}${context === '' ? '' : `_${context}`}` as 'acts.Join'}
        values={values}
        components={{ b: <Blank /> }}
      />
    </Sentence>
  )
}
