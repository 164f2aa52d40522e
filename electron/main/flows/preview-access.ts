import type { Address } from '../domain/bytes.ts'
import type { GivePreview, RemovePreview, SharePreview } from '../domain/right.ts'
import { assertReader } from './give-access.ts'
import { grantOf, listGrants } from './list-grants.ts'
import { listRecords } from './list-records.ts'
import { publications, readKey } from './read-key.ts'
import { readPerson } from './read-person.ts'
import { planShare } from './share-records.ts'
import type { World } from './world.ts'

/** What a patient would be giving, and to whom. @throws as `assertReader` */
export async function previewGive(world: World, reader: Address): Promise<GivePreview> {
  await assertReader(world, reader)
  const [person, key, grant] = await Promise.all([
    readPerson(world, reader),
    readKey(world, reader),
    grantOf(world, world.me, reader, reader),
  ])
  const lastGiven = world.index.events({ kinds: ['access-given'], patient: world.me, subject: reader }).at(-1)
  const published = publications(world, reader)[0]
  return {
    reader: person,
    fingerprint: key.fingerprint,
    words: key.words,
    keyChanged: lastGiven !== undefined && (published?.block ?? 0) > lastGiven.block,
    given: grant.state === 'open' && grant.records === null ? grant.folders : [],
    listed: grant.state === 'open' ? (grant.records?.length ?? 0) : 0,
    payer: await world.ledger.payer(),
  }
}

/** The same of single records. @throws as `previewGive` and `planShare` */
export async function previewShare(
  world: World,
  reader: Address,
  records: readonly number[],
): Promise<SharePreview> {
  const preview = await previewGive(world, reader)
  const cards = await planShare(world, reader, records)
  return { ...preview, beside: cards.length - records.length }
}

/** What removing would mean: how much gets new keys, who stays, and what the reader has opened already. */
export async function previewRemove(world: World, reader: Address): Promise<RemovePreview> {
  const [person, all, grants, right] = await Promise.all([
    readPerson(world, reader),
    listRecords(world, world.me),
    listGrants(world, world.me),
    world.ledger.right(world.me, reader),
  ])
  const records = all.filter(({ folder }) => right.folders.includes(folder))
  const views = world.index.events({ kinds: ['record-viewed'], patient: world.me, actor: reader })
  const opened = Map.groupBy(views, (view) => view.fields.record as number)
  return {
    reader: person,
    records: records.length,
    byteLength: records.reduce((total, record) => total + (record.byteLength ?? 0), 0),
    remaining: grants.filter(
      (grant) =>
        grant.state === 'open' &&
        grant.reader !== reader &&
        grant.folders.some((folder) => right.folders.includes(folder)),
    ).length,
    opened: [...opened].map(([recordId, times]) => ({
      recordId,
      title: all.find((record) => record.id === recordId)?.title ?? null,
      at: times.at(-1)?.fields.time as number,
      times: times.length,
    })),
  }
}
