import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type Bridge, CALL_CHANNEL, eventChannel, OFFER_CHANNEL, type Reply } from '../ipc/kit.ts'

const PIECE_BYTES = 4 * 1024 * 1024

const call: Bridge['call'] = (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input)

const on: Bridge['on'] = (name, listener) => {
  const heard = (_event: unknown, payload: unknown): void => listener(payload)
  ipcRenderer.on(eventChannel(name), heard)
  // Its own result is `ipcRenderer`, which is none of the page's.
  return () => void ipcRenderer.removeListener(eventChannel(name), heard)
}

/** A file from the disk is named by its path, which the page never sees; a pasted one has only its bytes. */
async function offer(file: File): Promise<Reply<unknown>> {
  const path = webUtils.getPathForFile(file)
  if (path !== '') return ipcRenderer.invoke(OFFER_CHANNEL, path)
  let reply = await call('files.begin', { name: file.name, byteLength: file.size })
  for (let at = 0; reply.ok && at < file.size; at += PIECE_BYTES) {
    const chunk = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer())
    reply = await call('files.push', { token: (reply.value as { token: string }).token, chunk })
  }
  return reply
}

contextBridge.exposeInMainWorld('medicalChain', { call, on, offer } satisfies Bridge)
