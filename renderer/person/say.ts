import i18next from 'i18next'

/** The words of this window, in the language that its person has chosen. */
export const say = (key: string, fill: Record<string, unknown> = {}): string =>
  String(i18next.t(`person:${key}` as never, fill as never))
