import i18next from 'i18next'

/** The texts of one namespace. */
export const sayOf =
  (
    namespace:
      | 'card'
      | 'common'
      | 'errors'
      | 'kit'
      | 'measurement'
      | 'performance'
      | 'receipt'
      | 'report'
      | 'screens'
      | 'slip',
  ) =>
  (key: string, fill: Record<string, unknown> = {}): string =>
    String(i18next.t(`${namespace}:${key}` as never, fill as never))
