import { z } from 'zod'
import type { LocalProfile, SessionState } from '../../main/domain/session.ts'
import { address, claimCode, kitLine, nothing, passphrase, text } from '../inputs.ts'
import { call, shape } from '../kit.ts'

/** Who is at this window, and the keys that they hold. */
export const sessionCalls = {
  'profiles.list': call(nothing, shape<readonly LocalProfile[]>()),
  'session.state': call(nothing, shape<SessionState>()),
  /** Asks the connected wallet to sign in (EIP-4361), and says how far this person has come. */
  'session.signIn': call(nothing, shape<SessionState>()),
  /** Says for whom the person comes in, where their wallet acts for others. */
  'session.choose': call(z.object({ account: address }), shape<SessionState>()),
  /** Makes the connected wallet's account the person that a one-time code was given to. */
  'session.claim': call(z.object({ code: claimCode }), shape<SessionState>()),
  'session.createKey': call(z.object({ passphrase }), shape<SessionState>()),
  /** For a patient whose key is on no backup: a new one, to be published in place of it. */
  'session.replaceKey': call(z.object({ passphrase }), shape<SessionState>()),
  /** For somebody whose account was handed over: a new key beside the one that others know, to be published. */
  'session.renewKey': call(z.object({ passphrase }), shape<SessionState>()),
  /** Gives the account to the patient's own wallet, and signs out. */
  'session.handOver': call(z.object({ to: z.string().max(100) }), shape<SessionState>()),
  /** Lets another wallet act for the patient in this one's place, and signs out. */
  'session.passOn': call(z.object({ to: z.string().max(100) }), shape<SessionState>()),
  'session.publishKey': call(nothing, shape<SessionState>()),
  'session.unlock': call(z.object({ address, passphrase }), shape<SessionState>()),
  /** Puts a profile away that can't be opened, so that its person can sign in as on a new computer. */
  'session.setAside': call(z.object({ address }), shape<SessionState>()),
  'session.lock': call(nothing, shape<SessionState>()),
  'session.signOut': call(nothing, shape<SessionState>()),
  'backup.save': call(z.object({ passphrase }), shape<{ saved: boolean }>()),
  /** A sheet to print (PDF), and what its code says as a file beside it. */
  'backup.saveKit': call(nothing, shape<{ saved: boolean }>()),
  /** Opens main's own file dialog. For a kit's file the words are its passphrase. */
  'backup.restore': call(z.object({ backupPassphrase: passphrase, passphrase }), shape<SessionState>()),
  /** From a kit's code, as a camera or a photo showed it. */
  'backup.restoreKit': call(z.object({ line: kitLine, words: text, passphrase }), shape<SessionState>()),
} as const
