import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import commands from '../../resources/locales/en/commands.json'
import common from '../../resources/locales/en/common.json'
import type custody from '../../resources/locales/en/custody.json'
import errors from '../../resources/locales/en/errors.json'
import type performance from '../../resources/locales/en/performance.json'
import screens from '../../resources/locales/en/screens.json'
import signing from '../../resources/locales/en/signing.json'

export const resources = { en: { commands, common, errors, screens, signing } } as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['en'] & { custody: typeof custody; performance: typeof performance }
    // Codes and kinds come from main as strings; each key that may be missing is tested instead.
    strictKeyChecks: false
  }
}

/** Every word of the interface comes from `resources/locales`. */
export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    resources,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
