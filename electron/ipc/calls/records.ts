import { z } from 'zod'
import type { FolderView } from '../../main/domain/folder.ts'
import type { JobView } from '../../main/domain/job.ts'
import type { LogLine, LogProof } from '../../main/domain/log.ts'
import type { OpenedRecord, RecordView } from '../../main/domain/record.ts'
import type { SpecialtySuggestion } from '../../main/domain/specialty.ts'
import type { DraftedFile, OfferedFile } from '../contract.ts'
import { address, destination, nothing, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** Files, the records made of them, what is under way, and what happened. */
export const recordCalls = {
  /** Opens main's own file dialog. */
  'files.choose': call(nothing, shape<readonly OfferedFile[]>()),
  'files.begin': call(
    z.object({ name: z.string().max(255), byteLength: z.int().min(0) }),
    shape<OfferedFile>(),
  ),
  'files.push': call(
    z.object({ token: z.string().max(64), chunk: z.instanceof(Uint8Array) }),
    shape<OfferedFile>(),
  ),
  /** What was chosen for a patient and not yet added; files that are gone meanwhile are refused. */
  'drafts.list': call(z.object({ patient: address }), shape<readonly DraftedFile[]>()),
  /** Keeps what is chosen for a patient beyond a lock or a restart. Files without a path can't be. */
  'drafts.keep': call(
    z.object({
      patient: address,
      files: z
        .array(z.object({ token: z.string().max(64), title: text, to: destination.nullable() }))
        .max(200),
    }),
    shape<void>(),
  ),
  /** Where an offered file belongs, as far as this computer can tell from its own words. */
  'files.suggest': call(z.object({ token: z.string().max(64) }), shape<SpecialtySuggestion>()),
  'files.forget': call(z.object({ token: z.string().max(64) }), shape<void>()),

  /** A patient's folders, as far as this session can open them. */
  'folders.list': call(z.object({ patient: address }), shape<readonly FolderView[]>()),
  'records.list': call(z.object({ patient: address }), shape<readonly RecordView[]>()),
  'records.add': call(
    z.object({
      patient: address,
      files: z
        .array(z.object({ token: z.string().max(64), title: text, to: destination }))
        .min(1)
        .max(50),
    }),
    shape<readonly string[]>(),
  ),
  /** Into another folder: whoever reads that one reads the record from then on. */
  'records.move': call(z.object({ id: z.int().min(0), to: destination }), shape<string>()),
  'records.open': call(z.object({ patient: address, id: z.int().min(0) }), shape<OpenedRecord>()),
  /** Whether a record stays readable here without the stores, also one that nobody has opened yet. */
  'records.keepHere': call(
    z.object({ patient: address, id: z.int().min(0), keep: z.boolean() }),
    shape<void>(),
  ),
  /**
   * One of one's own records without what names anybody, saved where the person says; beside it, if they choose so, what
   * their wallet signed about where it comes from.
   */
  'records.copyForResearch': call(
    z.object({ id: z.int().min(0), freeText: z.boolean(), origin: z.boolean() }),
    shape<{ saved: boolean }>(),
  ),
  'records.close': call(z.object({ ticket: z.string().max(64) }), shape<void>()),
  /** The identity profile goes into folder 0, where the readers a patient chooses find it. */
  'records.keepProfile': call(nothing, shape<string>()),

  'jobs.list': call(nothing, shape<readonly JobView[]>()),
  'jobs.cancel': call(z.object({ id: z.string().max(64) }), shape<void>()),
  'jobs.retry': call(z.object({ id: z.string().max(64) }), shape<void>()),
  'jobs.dismiss': call(z.object({ id: z.string().max(64) }), shape<void>()),

  'log.list': call(nothing, shape<readonly LogLine[]>()),
  'log.verify': call(nothing, shape<LogProof>()),
  /** The log as a table (CSV), for systems that keep audit trails (FHIR), or as an auditor proves it without this app. */
  'log.export': call(z.object({ as: z.enum(['table', 'fhir', 'proof']) }), shape<{ saved: boolean }>()),
  /** The log as a PDF and, beside it, what the person's wallet signed about it. */
  'log.saveReport': call(nothing, shape<{ saved: boolean }>()),
  /** One line with its proof, as a PDF that is saved where the person says. */
  'log.saveReceipt': call(z.object({ id: z.string().max(64) }), shape<{ saved: boolean }>()),
} as const
