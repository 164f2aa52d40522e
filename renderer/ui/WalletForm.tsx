import { Button, TextInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { FailureWords } from './FailureCard.tsx'
import { FailureLine } from './FailureLine.tsx'
import { Row, Stack } from './Rail.tsx'

type Props = {
  /** What the form is for, to those who hear it. */
  readonly title: string
  readonly label: string
  readonly description?: string
  readonly sign: string
  readonly busy: boolean
  readonly failure: FailureWords | null
  readonly onSign: (wallet: string) => void
  /** What stands above the address. */
  readonly children?: ReactNode
}

/** The address of a wallet, and the act that is signed for it. */
export function WalletForm({ title, label, description, sign, busy, failure, onSign, children }: Props) {
  const [wallet, setWallet] = useState('')
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onSign(wallet)
      }}
    >
      <Stack>
        {children}
        <TextInput
          label={label}
          description={description}
          placeholder="0x…"
          value={wallet}
          onChange={(event) => setWallet(event.currentTarget.value)}
          classNames={{ input: 'mono' }}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
        />
        {failure !== null && <FailureLine words={failure} />}
        <Row>
          <Button
            type="submit"
            disabled={wallet.trim() === ''}
            loading={busy}
            leftSection={<IconSignature size={17} stroke={1.7} aria-hidden="true" />}
          >
            {sign}
          </Button>
        </Row>
      </Stack>
    </form>
  )
}
