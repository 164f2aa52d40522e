import { HDNodeWallet, Mnemonic } from 'ethers'
import type { Address } from '../../electron/main/domain/bytes.ts'
import type { DemoPerson } from '../../electron/main/domain/network.ts'

/** Known to everyone, so worth nothing outside the demo chain; wallets with it refuse any other. */
export const DEMO_PHRASE = 'test test test test test test test test test test test junk'

/** Opens every profile that the demo has prepared; told wherever it is asked for. */
export const DEMO_PASSPHRASE = 'lantern river quay oak'

/** The node account that pays for acts; the people's wallets hold nothing. */
export const PAYER_INDEX = 19

const addressAt = (index: number): Address =>
  HDNodeWallet.fromMnemonic(
    Mnemonic.fromPhrase(DEMO_PHRASE),
    `m/44'/60'/0'/0/${index}`,
  ).address.toLowerCase() as Address

type Sketch = Omit<DemoPerson, 'index' | 'address' | 'email' | 'picture' | 'passphrase'>

const person = (sketch: Sketch, index: number): DemoPerson => ({
  ...sketch,
  index,
  address: addressAt(index),
  email: `${sketch.name
    .replace(/^Dr\.? /, '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(' ', '.')}@riverside.example`,
  picture: null,
  passphrase: null,
})

const doctor = (
  name: string,
  gender: Sketch['gender'],
  birthDate: string,
  licence: string,
  ...specialties: string[]
): Sketch => ({
  role: 'doctor',
  name,
  gender,
  birthDate,
  licence,
  specialties,
})
const patient = (name: string, gender: Sketch['gender'], birthDate: string): Sketch => ({
  role: 'patient',
  name,
  gender,
  birthDate,
  licence: '',
  specialties: [],
})

/** Riverside Clinic: everybody in it is invented. */
export const PEOPLE: readonly DemoPerson[] = [
  {
    role: 'admin' as const,
    name: 'Marta Keller',
    gender: 'female' as const,
    birthDate: '1974-09-11',
    licence: '',
    specialties: [],
  },
  doctor('Nisha Rao', 'female', '1981-05-12', 'CARD-118 204', '394579002'),
  doctor('Hana Sato', 'female', '1977-10-30', 'RAD-100 772', '394914008'),
  doctor('Luis Correia', 'male', '1969-03-04', 'GP-088 310', '394814009'),
  patient('Amara Osei', 'female', '1979-02-02'),
  patient('Jonas Weber', 'male', '1991-12-19'),
  patient('Mei Lin', 'female', '2003-06-25'),
  patient('Samuel Okafor', 'male', '1954-08-07'),
  { ...patient('Kofi Osei', 'male', '1982-04-19'), role: 'reader' as const },
].map(person)

/** Those whom the seeding brings in. The others are left for whoever wants to play registration. */
const SEEDED = new Set(['Marta Keller', 'Nisha Rao', 'Hana Sato', 'Amara Osei', 'Jonas Weber'])

export const SEEDED_PEOPLE: readonly DemoPerson[] = PEOPLE.map((each) =>
  SEEDED.has(each.name) ? { ...each, passphrase: DEMO_PASSPHRASE } : each,
)
