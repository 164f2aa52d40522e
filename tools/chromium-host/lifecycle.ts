import { EventEmitter } from 'node:events'

interface Life {
  'contents-created': [contents: unknown]
  'window-created': [window: unknown]
  'window-focus': [window: unknown]
  'window-blur': [window: unknown]
  'window-closed': []
  accelerator: [contents: unknown, id: number]
  'contents-crashed': [contents: unknown, details: { reason: string; exitCode: number }]
  /** A document has opened its line to the host. */
  'contents-opened': [contents: unknown]
}

/** What windows have to tell the rest of the host, so that nobody needs to import everybody. */
export const lifecycle = new EventEmitter<Life>()
