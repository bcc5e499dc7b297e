/** The few kinds of failure a caller can act on, each with its HTTP status. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
} as const

export type ErrorCode = keyof typeof errorStatus

export type ErrorDetails = {
  /** A stable name of the case, e.g. `corpus-name-taken`; the screens translate `errors.<reason>`. */
  reason?: string
  /** Values for the sentence. */
  params?: Record<string, string | number>
  /** Where the input is wrong, one entry a place. */
  issues?: { path: string; message: string }[]
}

/** A failure that reaches the person who caused it: what happened and what to do next, in one or two sentences. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
    this.name = 'AppError'
  }
}

/** Work was stopped because a person asked for it. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}

/** The process that did the work was ended from outside. That is no failure of the work. */
export class ProcessLost extends Error {
  constructor(signal: string) {
    super(`The process of this job was ended (${signal}).`)
    this.name = 'ProcessLost'
  }
}
