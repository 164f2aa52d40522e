import { contextBridge, ipcRenderer } from 'electron'
import { PERSON_ANSWER, PERSON_CHANGED, PERSON_SHOWN, type PersonBridge } from '../ipc/person.ts'

contextBridge.exposeInMainWorld('medicalChainPerson', {
  shown: () => ipcRenderer.invoke(PERSON_SHOWN),
  changed: (listener) => void ipcRenderer.on(PERSON_CHANGED, (_event, shown) => listener(shown)),
  answer: (right) => ipcRenderer.invoke(PERSON_ANSWER, right),
} satisfies PersonBridge)
