import { DISCHARGES, LETTERS } from './letters.ts'
import { PRESCRIPTIONS, REFERRALS } from './orders.ts'
import { IMAGINGS, LABORATORIES } from './reports.ts'
import { FORMS, type Form, ROLES, type Role } from './template.ts'

const TEXTS: Readonly<Record<Form, readonly string[]>> = {
  letter: LETTERS,
  discharge: DISCHARGES,
  laboratory: LABORATORIES,
  imaging: IMAGINGS,
  prescription: PRESCRIPTIONS,
  referral: REFERRALS,
}

export type PlacedTemplate = {
  readonly id: string
  readonly form: Form
  readonly role: Role
  readonly text: string
}

/** Every template with its role; its place in its form's list decides. */
export const TEMPLATES: readonly PlacedTemplate[] = FORMS.flatMap((form) =>
  TEXTS[form].map((text, place) => ({ id: `${form}-${place + 1}`, form, role: ROLES[place]!, text })),
)
