import '../ui/tokens.css'
import '../ui/base.css'
import './person.css'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import type { PersonBridge } from '../../electron/ipc/person.ts'
import { Person } from './Person.tsx'

declare global {
  interface Window {
    readonly medicalChainPerson: PersonBridge
  }
}

/** Every language that this window has words in. */
const found = import.meta.glob<Record<string, unknown>>('../../resources/locales/*/person.json', {
  eager: true,
  import: 'default',
})
const words = Object.fromEntries(
  Object.entries(found).map(([path, person]) => [path.split('/').at(-2)!, { person }]),
)

// Main sets the scheme of every window, so the system's answer is the person's own.
const dark = window.matchMedia('(prefers-color-scheme: dark)')
const dress = (): void => {
  document.documentElement.dataset.mantineColorScheme = dark.matches ? 'dark' : 'light'
}
dark.addEventListener('change', dress)
dress()

await i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: words,
  defaultNS: 'person',
  interpolation: { escapeValue: false },
})
const { shown, changed, answer } = window.medicalChainPerson
createRoot(document.getElementById('root')!).render(
  <Person
    ask={shown}
    changed={changed}
    answer={(right) => void answer(right)}
    languages={Object.keys(words)}
  />,
)
