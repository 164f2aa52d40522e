import i18next from 'i18next'

/** A word of the confirmation window. */
export const say = (key: string, fill: Record<string, unknown> = {}): string =>
  String(i18next.t(`confirm:${key}` as never, fill as never))
