import { useTranslation } from 'react-i18next'
import words from '../../../resources/locales/en/custody.json'
import { bringWords } from '../../lib/late-words.ts'

/** What is said of custodians alone. */
export function useWords() {
  bringWords('custody', words)
  return useTranslation('custody')
}
