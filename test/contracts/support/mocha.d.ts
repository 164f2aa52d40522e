/** What the tests use of mocha, which ships no types. */
declare module 'mocha' {
  type Body = (this: { timeout(milliseconds: number): void }) => void | Promise<void>
  export function describe(title: string, body: Body): void
  export function it(title: string, body: Body): void
  export function before(body: Body): void
  export function beforeEach(body: Body): void
}
