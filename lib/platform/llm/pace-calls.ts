export type Pace = {
  /** The most calls at once. */
  concurrency: number
  requestsPerMinute: number | null
}

/** How many workers ask over a connection, and which of them this one is, from 0. */
export type Share = { workers: number; place: number }

/** What is left over by an even division goes to the first. Nobody goes without. */
export function partOf({ concurrency, requestsPerMinute }: Pace, { workers, place }: Share): Pace {
  const part = (whole: number) => Math.max(1, Math.floor(whole / workers) + (place < whole % workers ? 1 : 0))
  return {
    concurrency: part(concurrency),
    requestsPerMinute: requestsPerMinute === null ? null : part(requestsPerMinute),
  }
}

/**
 * Lets the calls of one connection through, as many at once as its service bears: half as many after a 429, one more after as many
 * good answers as there are places. A service that says when to come again is left alone until then. For this process, beside others.
 */
export class CallPacer {
  #running = 0
  #limit: number
  #good = 0
  #pausedUntil = 0
  #slowedAt = 0
  #begun: number[] = []
  #waiting: (() => void)[] = []
  #timer: NodeJS.Timeout | undefined
  #share: Share = { workers: 1, place: 0 }
  #given: Pace

  constructor(private pace: Pace) {
    this.#given = pace
    this.#limit = pace.concurrency
  }

  get limit(): number {
    return this.#limit
  }

  /** Takes over what a person changed meanwhile. */
  follow(given: Pace): void {
    this.#given = given
    const pace = partOf(given, this.#share)
    const isSlowed = this.#limit < this.pace.concurrency
    if (pace.concurrency !== this.pace.concurrency)
      this.#limit = isSlowed ? Math.min(this.#limit, pace.concurrency) : pace.concurrency
    this.pace = pace
    this.#admit()
  }

  /** Takes its part of the pace beside other workers. */
  share(share: Share): void {
    this.#share = share
    this.follow(this.#given)
  }

  /** Waits for a place. Rejects when the signal aborts first. */
  async enter(
    signal: AbortSignal,
  ): Promise<{ leave(): void; succeeded(): void; limited(retryAfterMs: number | null): void }> {
    signal.throwIfAborted()
    await new Promise<void>((resolve, reject) => {
      const admit = () => {
        signal.removeEventListener('abort', abort)
        resolve()
      }
      const abort = () => {
        this.#waiting = this.#waiting.filter((one) => one !== admit)
        reject(signal.reason)
      }
      signal.addEventListener('abort', abort, { once: true })
      this.#waiting.push(admit)
      this.#admit()
    })
    const startedAt = performance.now()
    return {
      leave: () => {
        this.#running--
        this.#admit()
      },
      succeeded: () => this.#grow(),
      limited: (retryAfterMs) => this.#shrink(startedAt, retryAfterMs),
    }
  }

  #admit(): void {
    clearTimeout(this.#timer)
    while (this.#waiting.length > 0 && this.#running < this.#limit) {
      const wait = this.#waitMs()
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#admit(), wait)
        return
      }
      this.#running++
      if (this.pace.requestsPerMinute !== null) this.#begun.push(performance.now())
      this.#waiting.shift()!()
    }
  }

  #waitMs(): number {
    const now = performance.now()
    const paused = Math.ceil(this.#pausedUntil - now)
    const { requestsPerMinute } = this.pace
    if (paused > 0 || requestsPerMinute === null) return paused
    this.#begun = this.#begun.filter((at) => at > now - 60_000)
    const oldest = this.#begun[this.#begun.length - requestsPerMinute]
    return oldest === undefined ? 0 : Math.ceil(oldest + 60_000 - now)
  }

  #grow(): void {
    if (++this.#good < this.#limit || this.#limit >= this.pace.concurrency) return
    this.#good = 0
    this.#limit++
    this.#admit()
  }

  // Calls that were under way together are told together: they count as one.
  #shrink(startedAt: number, retryAfterMs: number | null): void {
    const now = performance.now()
    if (retryAfterMs !== null) this.#pausedUntil = Math.max(this.#pausedUntil, now + retryAfterMs)
    if (startedAt < this.#slowedAt) return
    this.#slowedAt = now
    this.#good = 0
    this.#limit = Math.max(1, Math.floor(this.#limit / 2))
  }
}

const pacers = new Map<string, CallPacer>()

/** What this worker may of a connection, from what is known of the others. It also holds for a pacer that is made later. */
export function shareConnection(connectionId: string, share: Share): void {
  shares.set(connectionId, share)
  pacers.get(connectionId)?.share(share)
}

const shares = new Map<string, Share>()

export function pacerOf(connectionId: string, pace: Pace): CallPacer {
  const known = pacers.get(connectionId)
  if (known) known.follow(pace)
  else {
    const pacer = new CallPacer(pace)
    pacer.share(shares.get(connectionId) ?? { workers: 1, place: 0 })
    pacers.set(connectionId, pacer)
  }
  return pacers.get(connectionId)!
}
