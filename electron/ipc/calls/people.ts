import { z } from 'zod'
import type { Address } from '../../main/domain/bytes.ts'
import type { Overview, PersonView, PublicKeyCard } from '../../main/domain/person.ts'
import type {
  GivePreview,
  GrantView,
  PatientView,
  RemovePreview,
  RequestView,
  SharePreview,
} from '../../main/domain/right.ts'
import { SPECIALTY_CODES } from '../../main/domain/specialty.ts'
import { address, claimCode, folder, nothing, profile, seconds, specialty, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

const newPerson = z.object({
  profile,
  specialties: z.array(z.string().max(18)).max(8),
  licence: text,
  until: seconds,
})

/** Records that are shared one by one, by number. */
const listedRecords = z.array(z.int().min(1)).min(1).max(100)

/** The people of the clinic, and who may read whose records. */
export const peopleCalls = {
  'people.check': call(
    z.object({ account: z.string().max(100) }),
    shape<{ address: Address; registered: readonly string[] }>(),
  ),
  'people.register': call(
    newPerson.extend({ role: z.enum(['doctor', 'patient', 'reader']), account: z.string().max(100) }),
    shape<PersonView>(),
  ),
  /** For a child: a patient whose account nobody has the key of, and the wallet that acts for it. */
  'people.registerChild': call(
    z.object({ profile, custodian: z.string().max(100), custodyUntil: seconds }),
    shape<PersonView>(),
  ),
  /** For somebody without a wallet here. The code is told this once. */
  'people.registerByCode': call(
    newPerson.extend({ role: z.enum(['doctor', 'patient']) }),
    shape<{ person: PersonView; code: string }>(),
  ),
  /** The slip with a code (PDF). */
  'people.saveSlip': call(z.object({ code: claimCode }), shape<{ saved: boolean }>()),
  'people.list': call(nothing, shape<readonly PersonView[]>()),
  'people.overview': call(nothing, shape<Overview>()),
  /** Seals a person's profile to themselves too, once their key is published. */
  'people.handOver': call(z.object({ account: address }), shape<void>()),
  /** Gives an account to its own wallet, where the time of whoever acted for it is over. */
  'people.handOverEnded': call(z.object({ account: address, to: z.string().max(100) }), shape<void>()),
  'people.suspend': call(z.object({ account: address }), shape<void>()),
  /** Lets a licence last until another day. */
  'people.renew': call(z.object({ account: address, until: seconds }), shape<PersonView>()),
  'people.reinstate': call(z.object({ account: address }), shape<void>()),
  'people.publicKey': call(z.object({ account: address }), shape<PublicKeyCard>()),
  'people.doctors': call(nothing, shape<readonly PersonView[]>()),
  /** Everybody whom a patient can give access. */
  'people.readers': call(nothing, shape<readonly PersonView[]>()),
  /** Whether the front desk's profile has come, and whether the patient keeps it where readers find it. */
  'people.myProfile': call(nothing, shape<{ person: PersonView; identity: 'none' | 'to-keep' | 'kept' }>()),

  'patients.list': call(nothing, shape<readonly PatientView[]>()),
  /** Patients a doctor may ask: by address, since nobody may list a clinic's patients. */
  'access.request': call(z.object({ patient: z.string().max(100) }), shape<void>()),
  'access.requests': call(nothing, shape<readonly RequestView[]>()),
  'access.decline': call(z.object({ doctor: address }), shape<void>()),
  'access.grants': call(nothing, shape<readonly GrantView[]>()),
  'access.previewGive': call(z.object({ reader: address }), shape<GivePreview>()),
  'access.give': call(
    z.object({
      reader: address,
      /** Beside the identity, which every reader gets. */
      folders: z.array(folder.min(1)).max(62),
      /** Folders that are opened first. */
      specialties: z.array(specialty).max(SPECIALTY_CODES.length),
      mayAdd: z.boolean(),
      until: seconds,
    }),
    shape<string>(),
  ),
  'access.previewShare': call(z.object({ reader: address, records: listedRecords }), shape<SharePreview>()),
  /** Single records, and nothing else of their folders. */
  'access.share': call(
    z.object({ reader: address, records: listedRecords, until: seconds }),
    shape<string>(),
  ),
  'access.previewRemove': call(z.object({ reader: address }), shape<RemovePreview>()),
  'access.remove': call(z.object({ reader: address }), shape<string>()),
} as const
