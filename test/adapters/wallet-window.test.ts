import { describe, expect, it } from 'vitest'
import { type Ask, createWindowWallet } from '../../electron/main/adapters/wallet-window.ts'
import { domainOf, hashOf, typesOf } from '../../electron/main/crypto/typed-data.ts'
import type { Act } from '../../electron/main/domain/acts.ts'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { ContractWallets } from '../../electron/main/ports/contract-wallets.ts'
import { addressAt, walletAt } from '../support/clinic.ts'

const DEPLOYMENT = { chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address }
const me = addressAt(1)
const act: Act = {
  name: 'RemoveAccess',
  message: { patient: me, reader: addressAt(2), folders: [], nonce: 0n, deadline: 1 },
}

const noContract: ContractWallets['accepts'] = async () => false

function open(
  answer: (ask: Ask, wallet: ReturnType<typeof createWindowWallet>) => void,
  within = 1_000,
  accepts = noContract,
) {
  const asked: Ask[] = []
  const cancelled: string[] = []
  const wallet = createWindowWallet(
    DEPLOYMENT,
    (ask) => {
      asked.push(ask)
      answer(ask, wallet)
    },
    (id) => cancelled.push(id),
    { accepts },
    within,
  )
  wallet.connect({ account: me, chainId: 31337, name: 'Somebody' })
  return { wallet, asked, cancelled }
}
const sign = (index: number): Promise<string> =>
  walletAt(index).signTypedData(domainOf(DEPLOYMENT), typesOf(act.name), act.message)

describe('the wallet in the window', () => {
  it('gives a signature that recovers the one who was asked', async () => {
    const { wallet, asked } = open(async ({ id }, own) => own.answer({ id, result: await sign(1) }))
    await expect(wallet.signAct(act)).resolves.toMatch(/^0x/)
    expect(asked).toMatchObject([{ method: 'eth_signTypedData_v4', account: me }])
  })

  it('signs for somebody whom it acts for, with its own key, and for nobody else', async () => {
    const child = addressAt(5)
    const forChild: Act = { name: 'RemoveAccess', message: { ...act.message, patient: child } }
    const signed = (index: number) =>
      walletAt(index).signTypedData(domainOf(DEPLOYMENT), typesOf(act.name), forChild.message)
    const { wallet, asked } = open(async ({ id }, own) => own.answer({ id, result: await signed(1) }))
    await expect(wallet.signAct(forChild, { account: child, signer: me })).resolves.toMatch(/^0x/)
    expect(asked).toMatchObject([{ account: me, params: [me, expect.any(String)] }])
    await expect(wallet.signAct(forChild)).rejects.toMatchObject({ code: 'E_WALLET_OTHER_ACCOUNT' })
    const other = open(async ({ id }, own) => own.answer({ id, result: await signed(5) }))
    await expect(other.wallet.signAct(forChild, { account: child, signer: me })).rejects.toMatchObject({
      code: 'E_SIGNATURE_FOREIGN',
    })
  })

  it("is not believed when the signature is somebody else's", async () => {
    const { wallet } = open(async ({ id }, own) => own.answer({ id, result: await sign(2) }))
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_SIGNATURE_FOREIGN' })
  })

  it('is believed when the account is a contract that takes the signature for its own (ERC-1271)', async () => {
    const signature = await sign(2)
    const asked: unknown[] = []
    const { wallet } = open(
      ({ id }, own) => own.answer({ id, result: signature }),
      1_000,
      async (...args) => {
        asked.push(args)
        return true
      },
    )
    await expect(wallet.signAct(act)).resolves.toBe(signature)
    expect(asked).toEqual([[me, hashOf(DEPLOYMENT, act), signature]])
  })

  it.each([
    [4001, 'User rejected the request', 'E_WALLET_REJECTED'],
    [5000, 'User rejected', 'E_WALLET_REJECTED'],
    [4100, 'unauthorised', 'E_WALLET_OTHER_ACCOUNT'],
    [4200, 'no such method', 'E_WALLET_UNSUPPORTED'],
    [4900, 'disconnected', 'E_WALLET_DISCONNECTED'],
    [4901, 'other chain', 'E_WALLET_OTHER_CHAIN'],
    [4902, 'Unrecognized chain ID', 'E_WALLET_OTHER_CHAIN'],
    [8000, 'Request expired. Please try again.', 'E_WALLET_NO_REPLY'],
    [9001, 'the relay is silent', 'E_WALLET_RELAY'],
    [9002, 'Cancelled here', 'E_CANCELLED'],
    [-32000, 'insufficient funds for gas * price + value', 'E_WALLET_NO_FUNDS'],
    [-32603, 'User denied message signature', 'E_WALLET_REJECTED'],
  ])('tells its code %i "%s" as %s', async (code, message, expected) => {
    const { wallet } = open(({ id }, own) => own.answer({ id, error: { code, message } }))
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: expected })
  })

  it('that does not answer is given up, and the page is told', async () => {
    const { wallet, cancelled } = open(() => undefined, 30)
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_WALLET_NO_REPLY' })
    expect(cancelled).toHaveLength(1)
  })

  it('is asked for nothing when it has another account, another chain, or is not there', async () => {
    const { wallet, asked } = open(() => undefined)
    wallet.connect({ account: addressAt(2), chainId: 31337, name: 'Another' })
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_WALLET_OTHER_ACCOUNT' })
    wallet.connect({ account: me, chainId: 1, name: 'Elsewhere' })
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_WALLET_OTHER_CHAIN' })
    wallet.connect(null)
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_WALLET_DISCONNECTED' })
    expect(asked).toEqual([])
  })

  it('has one prompt at a time', async () => {
    const { wallet, asked } = open(() => undefined)
    const [first, second] = [wallet.signAct(act), wallet.signAct(act)]
    await new Promise((done) => setTimeout(done, 20))
    expect(asked).toHaveLength(1)
    wallet.answer({ id: asked[0]!.id, error: { code: 4001, message: 'no' } })
    await expect(first).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
    await new Promise((done) => setTimeout(done, 20))
    expect(asked).toHaveLength(2)
    wallet.drop()
    await expect(second).rejects.toMatchObject({ code: 'E_WALLET_DISCONNECTED' })
  })

  it('takes an answer once, and none that nobody asked for', async () => {
    const { wallet } = open(async ({ id }, own) => {
      own.answer({ id: 'another', result: '0x' })
      own.answer({ id, error: { code: 4001, message: 'no' } })
      own.answer({ id, result: await sign(1) })
    })
    await expect(wallet.signAct(act)).rejects.toMatchObject({ code: 'E_WALLET_REJECTED' })
  })
})
