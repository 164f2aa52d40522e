import { once } from 'node:events'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createFiguresPort } from '../../electron/main/adapters/figures-port.ts'
import type { Timing } from '../../electron/main/domain/performance.ts'
import { EXPOSITION_TYPE, expositionOf } from '../../electron/main/domain/prometheus.ts'

const timing = (change: Partial<Timing> = {}): Timing => ({
  act: 'add',
  at: 1_779_000_000,
  milliseconds: 400,
  parts: { sealing: 100, recording: 300 },
  bytes: 4100,
  gas: 130_000,
  code: null,
  ...change,
})

describe('the page that Prometheus reads', () => {
  const page = expositionOf([
    timing(),
    timing({ milliseconds: 2_000, parts: { sealing: 500 } }),
    timing({ milliseconds: 400_000, bytes: null, gas: null }),
    timing({ code: 'E_CHAIN_UNREACHABLE' }),
    timing({ code: 'E_CHAIN_UNREACHABLE' }),
    timing({ code: 'E_CONFIRM_DECLINED' }),
    timing({ act: 'view', milliseconds: 100 }),
  ])
  const value = (series: string): string | undefined =>
    page
      .split('\n')
      .find((line) => line.startsWith(`medical_chain_${series} `))
      ?.split(' ')[1]

  it('has how long acts took that were done, each in every bucket that is wide enough', () => {
    const bucket = (le: string) => value(`act_duration_seconds_bucket{act="add",le="${le}"}`)
    expect(['0.25', '0.5', '1', '2.5', '300', '+Inf'].map(bucket)).toEqual(['0', '1', '1', '2', '2', '3'])
    expect(value('act_duration_seconds_sum{act="add"}')).toBe('402.4')
    expect(value('act_duration_seconds_count{act="add"}')).toBe('3')
    expect(value('act_duration_seconds_bucket{act="view",le="0.1"}')).toBe('1')
  })

  it('has what their time, bytes and gas were, and failures but for what a person said no to', () => {
    expect(value('act_part_seconds_total{act="add",part="sealing"}')).toBe('0.7')
    expect(value('act_bytes_total{act="add"}')).toBe('8200')
    expect(value('act_gas_total{act="add"}')).toBe('260000')
    expect(value('act_failures_total{act="add",code="E_CHAIN_UNREACHABLE"}')).toBe('2')
    expect(page).not.toContain('E_CONFIRM_DECLINED')
  })

  it('says of each family what it is, once, before its lines, and ends with a line', () => {
    const lines = page.split('\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines.filter((each) => each !== '' && !each.startsWith('#')))
      expect(line).toMatch(/^medical_chain_[a-z_]+\{([a-z]+="[\w.+-]+",?)+\} \d+(\.\d+)?$/)
    const types = lines.filter((line) => line.startsWith('# TYPE'))
    expect(new Set(types).size).toBe(5)
  })
})

describe('the port that figures are read at', () => {
  const figures = createFiguresPort(() => 'the page\n')
  afterEach(() => figures.turn(null))

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.close()
    await once(server, 'close')
    return port
  }
  const status = (port: number, path: string, headers: Record<string, string>): Promise<number | undefined> =>
    new Promise((done, failed) =>
      get({ host: '127.0.0.1', port, path, headers }, (response) => {
        response.resume()
        done(response.statusCode)
      }).on('error', failed),
    )

  it('is closed until somebody opens it, and closed again afterwards', async () => {
    const port = await freePort()
    expect(await figures.state()).toEqual({ open: null, failure: null })
    await figures.turn(port)
    expect(await figures.state()).toEqual({ open: port, failure: null })
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      EXPOSITION_TYPE,
      'the page\n',
    ])
    await figures.turn(null)
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow()
  })

  it('answers to nothing but its own name, page and method', async () => {
    const port = await freePort()
    await figures.turn(port)
    const own = { host: `localhost:${port}` }
    expect(await status(port, '/metrics', own)).toBe(200)
    expect(await status(port, '/metrics', { host: 'clinic.example' })).toBe(421)
    expect(await status(port, '/metrics', { host: `clinic.example:${port}` })).toBe(421)
    expect(await status(port, '/', own)).toBe(404)
    const posted = await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST', body: 'x' })
    expect(posted.status).toBe(405)
  })

  it('says when another program has it, and opens another one', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(figures.turn(port)).rejects.toMatchObject({ code: 'E_PORT_TAKEN', detail: { port } })
    expect(await figures.state()).toEqual({ open: null, failure: 'E_PORT_TAKEN' })
    const free = await freePort()
    await figures.turn(free)
    expect(await figures.state()).toEqual({ open: free, failure: null })
    other.close()
  })
})
