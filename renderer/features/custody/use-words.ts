import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import words from '../../../resources/locales/en/custody.json'

/** What is said of custodians alone: it comes with their pages, so that the window starts without it. */
export function useWords() {
  if (!i18next.hasResourceBundle('en', 'custody')) i18next.addResourceBundle('en', 'custody', words)
  return useTranslation('custody')
}
