import i18next from 'i18next'

/** Brings words with the pages that say them, so that the window starts without them. */
export function bringWords(namespace: 'custody' | 'performance', words: object): void {
  if (!i18next.hasResourceBundle('en', namespace)) i18next.addResourceBundle('en', namespace, words)
}
