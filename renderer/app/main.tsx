import '@mantine/core/styles.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { startWords } from '../lib/i18n.ts'
import { App } from './App.tsx'
import { Providers } from './Providers.tsx'

await startWords()
createRoot(document.getElementById('root')!).render(
  <Providers>
    <App />
  </Providers>,
)
