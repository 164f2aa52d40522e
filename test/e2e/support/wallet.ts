import { HDNodeWallet, Mnemonic } from 'ethers'
import type { Page } from 'playwright-core'
import type { WalletAsk } from '../../../electron/ipc/contract.ts'
import { DEMO_PHRASE } from '../../../tools/demo/people.ts'
import { ask } from './bridge.ts'
import { type Launched, nextWindow } from './launch.ts'

export const PASSPHRASE = 'correct horse battery staple'

const walletAt = (index: number): HDNodeWallet =>
  HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(DEMO_PHRASE), `m/44'/60'/0'/0/${index}`)

/**
 * Replaces the app's screens by an empty page of the app with the same bridge, whose wallet is this test's and signs
 * whatever main asks. For rules of main alone; the screens have tests of their own.
 */
export async function connectBare({ app, page, clinic }: Launched, index: number): Promise<string> {
  const wallet = walletAt(index)
  const account = wallet.address.toLowerCase()
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.loadURL('app://bundle/confirm.html'),
  )
  await page.exposeFunction('signForTest', (asked: WalletAsk) => sign(wallet, asked))
  await page.evaluate(() => {
    window.medicalChain.on('wallet.ask', async (asked) => {
      const { signForTest } = window as never as { signForTest: (asked: unknown) => Promise<string> }
      const { id } = asked as { id: string }
      await window.medicalChain.call('wallet.answer', { id, result: await signForTest(asked) })
    })
  })
  await ask(page, 'wallet.connected', { account, chainId: clinic!.network.chainId, name: 'Test' })
  return account
}

async function sign(wallet: HDNodeWallet, { method, params }: WalletAsk): Promise<string> {
  if (method === 'personal_sign') return wallet.signMessage(Buffer.from(String(params[0]).slice(2), 'hex'))
  const { EIP712Domain: _domain, ...types } = JSON.parse(String(params[1])).types
  const { domain, message } = JSON.parse(String(params[1]))
  return wallet.signTypedData(domain, types, message)
}

/** The window in which main asks for a yes, once it is open. */
export async function confirmWindow({ app }: Launched): Promise<Page> {
  const known = app
    .windows()
    .find((page) => page.url().includes('confirm') && app.windows().indexOf(page) > 0)
  const page = known ?? (await nextWindow(app))
  await page.waitForURL(/confirm\.html/, { waitUntil: 'load' })
  return page
}
