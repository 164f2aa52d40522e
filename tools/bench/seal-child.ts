import { join } from 'node:path'
import { diskSources } from '../../electron/main/adapters/files-disk.ts'
import { createSpool } from '../../electron/main/adapters/spool-disk.ts'
import { startVaultThread } from '../../electron/main/adapters/vault-thread.ts'
import { newSalt } from '../../electron/main/crypto/digest.ts'
import { spent } from '../../electron/main/crypto/spent.ts'
import type { Address, Cid } from '../../electron/main/domain/bytes.ts'
import { peakKiB, seconds } from './measure.ts'
import { CHEAP_SCRYPT, PASSPHRASE, SCRIPT, SECRET } from './vault.ts'

/** Seals and opens one file as the app does, in a process of its own whose memory is told at the end. */
const [path, folder] = process.argv.slice(2) as [string, string]
const owner = `0x${'aa'.repeat(20)}` as Address
const deployment = { chainId: 31337, contract: `0x${'cc'.repeat(20)}` as Address }
const { vault, end } = startVaultThread(SCRIPT, deployment, CHEAP_SCRYPT)
await vault.create(owner, PASSPHRASE, SECRET)
const { spki } = await vault.self()
const at = { patient: owner, folder: 1, epoch: 0 }
const { pointer: keyring } = await vault.createKeyring(at, null, [{ address: owner, spki }], null)
const source = await diskSources.at(path)
const spool = createSpool(join(folder, 'spool'))
const salt = newSalt()
const { byteLength } = source

const idle = peakKiB()
const sealed = await seconds(() =>
  spool.write('content', vault.sealContent('bench', keyring, salt, byteLength, source.read())),
)
const card = await vault.sealCard(
  'bench',
  keyring,
  {
    title: 'One gibibyte',
    mediaType: 'application/octet-stream',
    byteLength,
    createdAt: new Date().toISOString(),
    author: owner,
    patient: owner,
    folder: 1,
    salt,
    digest: await vault.digestOf('bench'),
    content: 'bafkreia' as Cid,
  },
  null,
)
let length = 0
const opened = await seconds(async () => {
  for await (const piece of spent(vault.openContent(card.pointer, spool.read('content'))))
    length += piece.length
})
if (length !== byteLength) throw new Error(`${length} of ${byteLength} bytes came back`)
await spool.drop('content')
await end()
const peak = peakKiB()
console.log(JSON.stringify({ sealed, opened, idleKiB: idle, peakKiB: peak }))
