import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Removed, VisitState } from '../../../electron/main/domain/desk.ts'
import { useAct } from '../../lib/calls.ts'
import { usePhones, useWallets } from '../../lib/wallets.ts'
import { Logo } from '../../ui/Logo.tsx'
import { usePageFocus } from '../../ui/PageHead.tsx'
import { Status } from '../../ui/Status.tsx'
import css from './VisitOver.module.css'

type Props = { readonly visit: Extract<VisitState, { stage: 'over' }> }

/** What was removed, line by line, and what stays and why. */
export function VisitOver({ visit: { account, reason, removed } }: Props) {
  const { t } = useTranslation('screens')
  const heading = usePageFocus(t('visit.over.title'))
  const close = useAct('visit.close')
  const phoneGone = usePhoneGone(account)
  return (
    <div className={css.root}>
      <main className={css.box}>
        <div className={css.head}>
          <Logo size={36} />
          <h1 ref={heading} tabIndex={-1}>
            {t('visit.over.title')}
          </h1>
        </div>
        <p className="soft">{t(`visit.over.reason.${reason}`)}</p>
        <ul className={css.list} aria-label={t('visit.over.removed')}>
          {linesOf(removed).map(([line, count]) => (
            <li key={line}>
              <Status tone="ok">{t(`visit.over.lines.${line}`, { count })}</Status>
            </li>
          ))}
          <li>
            <Status tone={phoneGone ? 'ok' : 'work'}>
              {t(phoneGone ? 'visit.over.lines.phone' : 'visit.over.phoneGoing')}
            </Status>
          </li>
        </ul>
        <p className="small soft">
          {removed.blocksKept > 0 && t('visit.over.kept', { count: removed.blocksKept })}{' '}
          {t('visit.over.public')}
        </p>
        <Button onClick={() => close.mutate(undefined)} loading={close.isPending} disabled={!phoneGone}>
          {t('visit.over.next')}
        </Button>
      </main>
    </div>
  )
}

type Line = 'key' | 'noKey' | 'memory' | 'answers' | 'blocks' | 'clipboard' | 'window'

function linesOf({ key, answers, blocks, clipboard }: Removed): [Line, number][] {
  const lines: [Line, number][] = [
    [key ? 'key' : 'noKey', 0],
    ['memory', 0],
    ['answers', answers],
    ['blocks', blocks],
    ['clipboard', 0],
    ['window', 0],
  ]
  const left: Partial<Record<Line, boolean>> = {
    answers: answers === 0,
    blocks: blocks === 0,
    clipboard: !clipboard,
  }
  return lines.filter(([line]) => left[line] !== true)
}

/** The visitor's phone hears that it is over, or its session ends here without it. */
function usePhoneGone(account: string): boolean {
  const wallets = useWallets()
  const { phones } = usePhones()
  const [restored, setRestored] = useState(false)
  const theirs = phones.find((phone) => phone.account === account)?.topic
  useEffect(() => {
    void wallets.phones.restored().then(() => setRestored(true))
  }, [wallets])
  useEffect(() => {
    if (restored && theirs !== undefined) void wallets.phones.disconnect(theirs).catch(() => undefined)
  }, [wallets, restored, theirs])
  return restored && theirs === undefined
}
