import type { FromPage } from './channel.ts'
import { hostEvent } from './events.ts'
import { ipcMain } from './ipc-main.ts'
import type { HostWebContents } from './web-contents.ts'

type Invoke = Extract<FromPage, { kind: 'invoke' }>
type Send = Extract<FromPage, { kind: 'send' }>

/** The event a listener gets; its `senderFrame` is null once that document has gone. */
function ipcEvent(sender: HostWebContents) {
  const frame = sender.mainFrame
  return hostEvent({
    type: 'frame',
    sender,
    frameId: frame.routingId,
    processId: frame.processId,
    frameTreeNodeId: frame.frameTreeNodeId,
    get senderFrame() {
      return frame.detached ? null : frame
    },
  })
}

/** Runs the handler of an `invoke`. The texts are Electron's own, which apps come to match on. */
export async function answerInvoke(contents: HostWebContents, { id, channel, args }: Invoke): Promise<void> {
  const { mainFrame } = contents
  const handler = contents.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel)
  const reply = (answer: { result: unknown } | { error: string }): void => {
    if (contents.mainFrame === mainFrame) contents.post({ kind: 'reply', id, ...answer })
  }
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    reply({ result: await handler(ipcEvent(contents), ...args) })
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error)
    reply({ error: `${error}` })
  }
}

/** Hands a `send` to the window's own listeners and then to `ipcMain`'s. */
export function deliverSend(contents: HostWebContents, { channel, args }: Send): void {
  const event = Object.assign(ipcEvent(contents), {
    ports: [],
    reply: (to: string, ...rest: unknown[]) => contents.send(to, ...rest),
  })
  contents.ipc.emit(channel, event, ...args)
  ipcMain.emit(channel, event, ...args)
}
