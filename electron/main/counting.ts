/** Tells every second how long some work has taken so far. */
export async function counting<T>(work: Promise<T>, tell: (seconds: number) => void): Promise<T> {
  let seconds = 0
  const timer = setInterval(() => {
    seconds += 1
    tell(seconds)
  }, 1_000)
  return work.finally(() => clearInterval(timer))
}
