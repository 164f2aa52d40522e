export interface Located {
  /** False when the app runs on the host, on Node and Chromium. */
  real: boolean
  executable: string
}

export function locateElectron(folder?: string): Located
export function chooseElectron(env?: NodeJS.ProcessEnv): Located
