import Store from 'electron-store'
import { type Settings, settingsSchema } from '../../ipc/inputs.ts'

const DEFAULTS: Settings = {
  appearance: 'system',
  textSize: 1,
  lockAfterMinutes: 10,
  language: 'en',
  workOffline: false,
  discreet: false,
  offlineGigabytes: 10,
  exchangeNearby: false,
  figuresPort: null,
  oddAccessOff: [],
  firstStep: 'look',
  place: 'own',
}

/** What a person set, in electron-store. A value that is not valid any more falls back to its default. */
export function createSettings(): { read: () => Settings; write: (change: Partial<Settings>) => Settings } {
  const store = new Store<Settings>({ name: 'settings', clearInvalidConfig: true })
  const read = (): Settings => {
    const kept: Record<string, unknown> = { ...DEFAULTS, ...store.store }
    const valid = Object.entries(settingsSchema.shape).filter(
      ([name, schema]) => schema.safeParse(kept[name]).success,
    )
    return { ...DEFAULTS, ...Object.fromEntries(valid.map(([name]) => [name, kept[name]])) }
  }
  return {
    read,
    write: (change) => {
      store.set({ ...read(), ...change })
      return read()
    },
  }
}
