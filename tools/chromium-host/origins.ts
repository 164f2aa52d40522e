/**
 * Chromium alone knows no `app://` scheme, so `app://bundle/x` is served as `http://bundle.app.localhost/x`:
 * a secure context whose origin stays the same whatever port the server got. These two functions are the only
 * place that knows.
 */
const schemes = new Set<string>()

export const addScheme = (scheme: string): void => void schemes.add(scheme)
export const isAppScheme = (scheme: string): boolean => schemes.has(scheme)

/** `app://bundle/x` to `http://bundle.app.localhost/x`; `undefined` for any scheme the app has not registered. */
export function toLocal(url: string): string | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/is.exec(url)
  const scheme = match?.[1]?.toLowerCase()
  if (!scheme || !schemes.has(scheme)) return undefined
  const rest = match?.[3] ?? ''
  return `http://${match?.[2]}.${scheme}.localhost${rest.startsWith('/') ? '' : '/'}${rest}`
}

/** The way back; any other URL is returned as it is. */
export function toApp(url: string): string {
  const match = /^http:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(?=[/?#]|$)(.*)$/s.exec(url)
  if (!match?.[2] || !schemes.has(match[2])) return url
  return `${match[2]}://${match[1]}${match[3]}`
}

/** Electron's spelling of an origin: no trailing slash. */
export const originOf = (url: string): string => /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null'
