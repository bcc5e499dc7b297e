import { CallError } from '@/lib/platform/call-endpoint'

export const exitCodes = { failed: 1, usage: 2, unreachable: 3, interrupted: 130 } as const

/** Why a command ends early: words for the person, and the exit code for the script. */
export class CommandFailure extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
    readonly details: { code?: string; reason?: string; issues?: { path: string; message: string }[] } = {},
  ) {
    super(message)
    this.name = 'CommandFailure'
  }
}

export function usageFailure(message: string): CommandFailure {
  return new CommandFailure(exitCodes.usage, message, { code: 'usage' })
}

/** Whatever was thrown, as a failure with an exit code. */
export function failureOf(error: unknown): CommandFailure {
  if (error instanceof CommandFailure) return error
  if (error instanceof CallError && error.status === 0)
    return new CommandFailure(exitCodes.unreachable, error.message, { code: 'unreachable' })
  if (error instanceof CallError) {
    const { message, code, reason, issues } = error.body
    return new CommandFailure(exitCodes.failed, message, { code, reason, issues })
  }
  return new CommandFailure(exitCodes.failed, error instanceof Error ? error.message : String(error))
}
