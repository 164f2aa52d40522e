import type { WalletQuestion } from '../../electron/ipc/confirm.ts'
import { ActSentence } from '../features/signing/ActSentence.tsx'
import { RequestFields } from '../features/signing/RequestFields.tsx'
import { readRequest } from '../features/signing/read-request.ts'
import { TextSentence } from '../features/signing/TextSentence.tsx'
import { shortAddress } from '../lib/format.ts'

type Props = Pick<WalletQuestion, 'names'> & { readonly request: NonNullable<WalletQuestion['request']> }

/** What is signed, in the words that a phone's sheet uses: the sentence, and every field under it. */
export function SignedRequest({ request: { method, params }, names }: Props) {
  const request = readRequest(method, params)
  const known = (address: string): string | undefined => names[address.toLowerCase()]
  const named = (address: string): string => known(address) ?? shortAddress(address)
  /** A name may be anybody's; the address beside it is what is signed. */
  const both = (address: string): string =>
    known(address) === undefined ? shortAddress(address) : `${known(address)}, ${shortAddress(address)}`
  if (request.kind === 'act')
    return (
      <>
        <ActSentence act={request} named={named} />
        <RequestFields act={request} named={both} />
      </>
    )
  if (request.kind === 'transaction') return <pre>{request.raw}</pre>
  return (
    <>
      <TextSentence request={request} lead="confirm-sentence" note="confirm-note" />
      <pre>{request.text}</pre>
    </>
  )
}
