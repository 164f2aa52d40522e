import '@mantine/core/styles.layer.css'
import '../ui/tokens.css'
import '../ui/base.css'
import '../ui/mantine.css'
import { createRoot } from 'react-dom/client'
import { startWords } from '../lib/i18n.ts'
import { App } from './App.tsx'
import { Providers, styleNonce } from './Providers.tsx'

// Parts of Mantine's dialogs write a style of their own and look for its nonce here.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() })

await startWords()
createRoot(document.getElementById('root')!).render(
  <Providers>
    <App />
  </Providers>,
)
