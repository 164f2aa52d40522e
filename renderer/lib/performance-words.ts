import { useTranslation } from 'react-i18next'
import words from '../../resources/locales/en/performance.json'
import { bringWords } from './late-words.ts'

/** What is said of performance. */
export function usePerformanceWords() {
  bringWords('performance', words)
  return useTranslation(['performance', 'screens', 'common'])
}
