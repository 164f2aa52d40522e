import type { ElectronApplication, Page } from 'playwright-core'
import type { ConfirmBridge } from '../../../electron/ipc/confirm.ts'
import type { calls } from '../../../electron/ipc/contract.ts'
import type { Bridge, Reply } from '../../../electron/ipc/kit.ts'
import type { PaperBridge } from '../../../electron/ipc/paper.ts'
import { nextWindow } from './launch.ts'

/** What the preload scripts lay on the pages. */
declare global {
  interface Window {
    medicalChain: Bridge
    medicalChainConfirm: ConfirmBridge
    medicalChainPaper: PaperBridge
  }
}

/** Calls main from the page, as the page's own code would. */
export const callMain = (page: Page, name: string, input?: unknown): Promise<Reply<unknown>> =>
  page.evaluate(([call, given]) => window.medicalChain.call(call as string, given), [name, input])

/** The same for many inputs at once. */
export const callMainWith = (
  page: Page,
  name: string,
  inputs: readonly unknown[],
): Promise<Reply<unknown>[]> =>
  page.evaluate(
    ([call, all]) =>
      Promise.all((all as unknown[]).map((input) => window.medicalChain.call(call as string, input))),
    [name, [...inputs]] as const,
  )

/** Calls main and unwraps the answer. @throws Error with the failure's code */
export async function ask<T>(page: Page, name: keyof typeof calls, input?: unknown): Promise<T> {
  const reply = await callMain(page, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.detail)}`)
  return reply.value as T
}

/** A second window that main did not open for anybody, with one of the app's own preload scripts. */
export async function openForeignWindow(
  app: ElectronApplication,
  preload: string,
  url: string,
): Promise<Page> {
  const [page] = await Promise.all([
    nextWindow(app),
    app.evaluate(
      async ({ app: electron, BrowserWindow, session }, [script, target]) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: {
            preload: `${electron.getAppPath()}/out/preload/${script}`,
            session: session.fromPartition('medical-chain'),
            sandbox: true,
            contextIsolation: true,
          },
        })
        await window.loadURL(target)
      },
      [preload, url] as const,
    ),
  ])
  // Playwright may learn later than main that the page is no longer the empty one it began as.
  await page.waitForURL(/\.html/, { waitUntil: 'load' })
  return page
}
