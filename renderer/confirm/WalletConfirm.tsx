import { type FormEvent, useRef, useState } from 'react'
import type { ConfirmBridge, WalletQuestion } from '../../electron/ipc/confirm.ts'
import { formatCoins, shortAddress } from '../lib/format.ts'
import { Facts } from '../ui/Facts.tsx'
import { Logo } from '../ui/Logo.tsx'
import { ScrollRegion } from '../ui/ScrollRegion.tsx'
import { SignedRequest } from './SignedRequest.tsx'
import { say } from './say.ts'
import { useSafeChoice } from './use-safe-choice.ts'

type Props = {
  readonly question: WalletQuestion
  readonly refuse: () => void
  readonly attempt: ConfirmBridge['attempt']
}

/** What a wallet of this computer is about to sign, with its passphrase. Focus starts on Refuse. */
export function WalletConfirm({ question, refuse, attempt }: Props) {
  const { act, wallet, request, names, fee } = question
  const [passphrase, setPassphrase] = useState('')
  const [locked, setLocked] = useState(question.locked)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const title = say(`${act}.title`)
  const no = useSafeChoice(title, refuse)
  async function agree(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    const refused = await attempt(locked ? passphrase : null)
    // Main closes the window of what is done.
    if (refused === null) return
    setBusy(false)
    setPassphrase('')
    setLocked(true)
    field.current?.focus()
    setTrouble(refused.code === 'E_LOCKED' ? say('again') : say('wrong', { count: refused.left }))
  }
  const rows: [string, string][] = [[say('wallet'), `${wallet.name}, ${shortAddress(wallet.account)}`]]
  if (fee !== null) rows.push([say('fee'), formatCoins(fee)])
  return (
    <main className="confirm" data-tall>
      <p className="confirm-mark">
        <Logo size={20} /> {say('mark')}
      </p>
      <h1>{title}</h1>
      {request === null ? (
        <p className="confirm-sentence">{say(`${act}.sentence`)}</p>
      ) : (
        <ScrollRegion label={say('what')} className="confirm-request">
          <SignedRequest request={request} names={names} />
        </ScrollRegion>
      )}
      <Facts rows={rows} />
      <form className="confirm-form" onSubmit={(event) => void agree(event)}>
        {locked && (
          <div className="confirm-field">
            <label htmlFor="passphrase">{say('passphrase')}</label>
            <p id="passphrase-note">{say(act === 'export' ? 'passphraseProves' : 'passphraseNote')}</p>
            <input
              id="passphrase"
              ref={field}
              type="password"
              autoComplete="off"
              maxLength={1024}
              value={passphrase}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              aria-describedby="passphrase-note trouble"
              aria-invalid={trouble !== null}
            />
          </div>
        )}
        <p id="trouble" className="confirm-trouble" role="alert">
          {trouble}
        </p>
        <p className="confirm-note">{say(`${act}.note`)}</p>
        <div className="confirm-buttons">
          <button type="button" ref={no} onClick={refuse}>
            {say('refuse')}
          </button>
          <button type="submit" data-yes disabled={busy || (locked && passphrase === '')}>
            {busy ? say('working') : say(`${act}.yes`)}
          </button>
        </div>
      </form>
    </main>
  )
}
