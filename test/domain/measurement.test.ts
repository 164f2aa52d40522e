import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  isBent,
  isWhole,
  kneeOf,
  momentsOf,
  planOf,
  RECORD_GAS,
  ratesUpTo,
  stepOf,
  TOP_RATES,
} from '../../electron/main/domain/measurement.ts'
import { measurementCsv } from '../../electron/main/domain/measurement-csv.ts'
import { MEASURED } from '../support/measurement.ts'

const gas = JSON.parse(readFileSync(join(import.meta.dirname, '../contracts/gas.json'), 'utf8'))
const rates = (...p95: number[]) => p95.map((each, place) => ({ asked: 2 ** place, p95: each }))
const done = (...milliseconds: number[]) =>
  milliseconds.map((each, place) => ({ milliseconds: each, transaction: `0x${place >> 1}` }))

describe('a measurement of the network', () => {
  it('doubles its rate up to the one that was asked for', () => {
    expect(ratesUpTo(8)).toEqual([1, 2, 4, 8])
    expect(ratesUpTo(6)).toEqual([1, 2, 4])
  })

  it('sends each act in a slot of its own, and not at the same place in it', () => {
    expect(momentsOf(3, 2, () => 0)).toEqual([0, 500, 1000])
    expect(momentsOf(3, 2, () => 0.5)).toEqual([250, 750, 1250])
    const phases = momentsOf(200, 4, Math.random).map((moment) => moment % 250)
    expect(Math.min(...phases)).toBeLessThan(25)
    expect(Math.max(...phases)).toBeGreaterThan(225)
  })

  it('says before it begins how many acts it sends at most, and what they cost', () => {
    expect(planOf(8)).toEqual({ top: 8, acts: 150, seconds: 40, gas: 150 * RECORD_GAS })
    expect(Math.max(...TOP_RATES.map((top) => planOf(top).acts))).toBe(1270)
    expect(RECORD_GAS).toBeGreaterThanOrEqual(gas['add a record, by the patient'])
    expect(RECORD_GAS).toBeLessThan(1.1 * gas['add a record, by the patient'])
  })

  it('has its knee before the rate at which acts take half as long again', () => {
    expect(kneeOf(rates(2000, 2100, 2200, 9000, 30_000))).toBe(4)
    expect(isBent(rates(2000, 2100, 2200, 9000))).toBe(true)
  })

  it('takes the first bend, whatever comes after it', () => {
    expect(kneeOf(rates(2000, 9000, 2000))).toBe(1)
  })

  it('has no bend where acts take exactly half as long again, nor below a tenth of a second', () => {
    expect(isBent(rates(2000, 3000))).toBe(false)
    expect(isBent(rates(2000, 3001))).toBe(true)
    expect(isBent(rates(20, 120))).toBe(false)
    expect(isBent(rates(20, 121))).toBe(true)
  })

  it('keeps up with the highest rate where latency never bends, and with none where nothing was measured', () => {
    expect(kneeOf(rates(2000, 2000, 2100))).toBe(4)
    expect(kneeOf(rates(2000))).toBe(1)
    expect(kneeOf([])).toBeNull()
    expect(isBent([])).toBe(false)
  })

  it('tells what a rate has shown: throughput reached, half of the times and nearly all', () => {
    const sent = { asked: 4, acts: 4, failed: 0, done: done(400, 100, 300, 200), milliseconds: 2000 }
    expect(stepOf(sent)).toEqual({
      ...{ asked: 4, acts: 4, done: 4, failed: 0 },
      ...{ reached: 2, p50: 200, p95: 400, transactions: 2 },
    })
  })

  it('tells a rate that was cut short from a whole one, and nothing of one without any act', () => {
    const cut = { asked: 4, acts: 4, failed: 1, done: done(400), milliseconds: 1000 }
    expect(isWhole(stepOf(cut)!)).toBe(false)
    expect(isWhole(stepOf({ ...cut, acts: 1 })!)).toBe(true)
    expect(stepOf({ ...cut, done: [] })).toBeNull()
  })

  it('has no knee in its file where latency did not bend', () => {
    const csv = new TextDecoder().decode(measurementCsv({ ...MEASURED, ended: 'top' }))
    expect(csv.split('\r\n')).toEqual(expect.arrayContaining(['highest_rate_kept_up,8', 'knee,']))
  })

  it('is a file of its own: what it was made with, and a line for each rate, without any address', () => {
    const csv = new TextDecoder().decode(measurementCsv(MEASURED))
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe('began,2026-11-29T20:57:04.000Z')
    for (const line of [
      'clinic,Riverside Clinic',
      'consensus,development',
      'payer,node',
      'stores,kubo pinata',
      'processor,"Some ""fast"", processor"',
      'highest_rate_asked,32',
      'highest_rate_kept_up,8',
      'ended,bent',
      'code,',
      'knee,8',
    ])
      expect(lines).toContain(line)
    const head = lines.indexOf(
      'acts_per_second_asked,acts_per_second_reached,acts,recorded,failed,p50_milliseconds,p95_milliseconds,transactions',
    )
    expect(lines.slice(head + 1)).toEqual([
      '1,0.94,10,10,0,1210,2050,10',
      '2,1.84,20,20,0,1190,2080,20',
      '4,3.71,40,40,0,1230,2110,40',
      '8,7.2,80,80,0,1410,2460,80',
      '16,9.8,160,160,0,5210,8120.4,160',
      '',
    ])
    expect(csv).not.toContain('0x')
  })
})
