import { useTranslation } from 'react-i18next'
import type { Text } from './read-request.ts'

const WORDS = {
  'sign-in': ['wallet.signIn', 'wallet.signInGives'],
  'network-file': ['wallet.networkFile', 'wallet.networkFileGives'],
} as const

type Props = { readonly request: Text; readonly lead: string; readonly note: string }

/** What signing a plain text does. @param lead the class of the sentence @param note of what is said beside it */
export function TextSentence({ request: { purpose }, lead, note }: Props) {
  const { t } = useTranslation('signing')
  if (purpose === null) return <p className={lead}>{t('wallet.text')}</p>
  const [sentence, gives] = WORDS[purpose]
  return (
    <>
      <p className={lead}>{t(sentence)}</p>
      <p className={note}>{t(gives)}</p>
    </>
  )
}
