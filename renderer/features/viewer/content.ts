/** Where an opened record's bytes are. Relative to the page, so that no scheme is named. */
export const contentUrl = (ticket: string): string => new URL(`content/${ticket}`, document.baseURI).href
