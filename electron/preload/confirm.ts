import { contextBridge, ipcRenderer } from 'electron'
import { CONFIRM_ANSWER, CONFIRM_ATTEMPT, CONFIRM_QUESTION, type ConfirmBridge } from '../ipc/confirm.ts'

contextBridge.exposeInMainWorld('medicalChainConfirm', {
  question: () => ipcRenderer.invoke(CONFIRM_QUESTION),
  answer: (yes) => ipcRenderer.invoke(CONFIRM_ANSWER, yes),
  attempt: (passphrase) => ipcRenderer.invoke(CONFIRM_ATTEMPT, passphrase),
} satisfies ConfirmBridge)
