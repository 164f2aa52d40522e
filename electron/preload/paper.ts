import { contextBridge, ipcRenderer } from 'electron'
import { PAPER_READY, PAPER_SHEET, type PaperBridge } from '../ipc/paper.ts'

contextBridge.exposeInMainWorld('medicalChainPaper', {
  sheet: () => ipcRenderer.invoke(PAPER_SHEET),
  ready: () => ipcRenderer.invoke(PAPER_READY),
} satisfies PaperBridge)
