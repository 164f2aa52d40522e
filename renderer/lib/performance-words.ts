import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import words from '../../resources/locales/en/performance.json'

/** What is said of performance: it comes with its pages, so that the window starts without it. */
export function usePerformanceWords() {
  if (!i18next.hasResourceBundle('en', 'performance')) i18next.addResourceBundle('en', 'performance', words)
  return useTranslation(['performance', 'screens', 'common'])
}
