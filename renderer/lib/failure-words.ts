import { useTranslation } from 'react-i18next'
import type { FailureCode } from '../../electron/main/domain/failure.ts'
import { formatBytes, shortAddress } from './format.ts'

type Failed = {
  readonly code: string
  readonly detail: Readonly<Record<string, string | number>>
}

/** Puts a failure's code into words: what happened, what was not lost, one next step. */
export function useFailureWords() {
  const { t, i18n } = useTranslation('errors')
  return ({ code, detail }: Failed) => {
    const known = (i18n.exists(`errors:${code}.title`) ? code : 'E_INTERNAL') as FailureCode
    const fill = {
      ...detail,
      ...(typeof detail.account === 'string' ? { account: shortAddress(detail.account) } : {}),
      size: formatBytes(Number(detail.byteLength ?? 0)),
      limitSize: formatBytes(Number(detail.limit ?? 0)),
    }
    return {
      code,
      title: t(`${known}.title`, fill),
      body: t(`${known}.body`, fill),
      action: t(`${known}.action`, fill),
      details: [code, ...Object.entries(detail).map(([name, value]) => `${name}: ${value}`)].join('\n'),
    }
  }
}
