import { describe, it } from 'mocha'
import { measure } from './support/gas.ts'
describe('gas', () => { it('x', async () => { console.log(JSON.stringify(await measure(), null, 1)) }) })
