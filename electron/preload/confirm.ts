import { contextBridge, ipcRenderer } from 'electron'
import { CONFIRM_ANSWER, CONFIRM_QUESTION, type ConfirmBridge } from '../ipc/confirm.ts'

contextBridge.exposeInMainWorld('medicalChainConfirm', {
  question: () => ipcRenderer.invoke(CONFIRM_QUESTION),
  answer: (yes) => ipcRenderer.invoke(CONFIRM_ANSWER, yes),
} satisfies ConfirmBridge)
