import { type CommandFailure, failureOf } from './failure'

/** What a command has to say: `result` for scripts, `lines` for people. */
export type Outcome = { result: object; lines: string[] }

export function printOutcome({ result, lines }: Outcome, json: boolean): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
}

/** Says what went wrong, in words on standard error and, if asked, as JSON on standard output. Returns the exit code. */
export function printFailure(error: unknown, json: boolean): number {
  const failure = failureOf(error)
  process.stderr.write(`${wordsOf(failure)}\n`)
  const { message, details } = failure
  if (json) process.stdout.write(`${JSON.stringify({ error: { message, ...details } })}\n`)
  return failure.exitCode
}

function wordsOf({ message, details }: CommandFailure): string {
  const more = (details.issues ?? []).slice(1).map((issue) => `  ${issue.path}: ${issue.message}`)
  return [message, ...more].join('\n')
}
