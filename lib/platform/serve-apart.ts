import { disconnect } from '@/lib/platform/db'
import { AppError, Cancelled } from '@/lib/platform/errors'
import { type JobContext, type JobHandler, stopSending } from '@/lib/platform/jobs'
import type { Failure, FromApart, ToApart } from '@/lib/platform/run-apart'

/** The other end of `runApart`: runs the one job that it is told, says what comes of it, and ends. */
export function serveApart(handlers: readonly JobHandler[]): void {
  const abort = new AbortController()
  process.on('disconnect', () => process.exit(1)) // Nobody would hear what comes of it.
  process.on('SIGINT', () => undefined) // The keyboard's goes to the parent, too, which says what is to happen.
  process.on('message', (message: ToApart) => {
    if (message.says === 'cancel') abort.abort()
    else void answer(() => run(handlers, message, abort.signal))
  })
}

async function run(
  handlers: readonly JobHandler[],
  asked: Extract<ToApart, { says: 'run' }>,
  signal: AbortSignal,
): Promise<FromApart> {
  const handler = handlers.find(({ job }) => job.name === asked.job)
  if (!handler) throw new Error(`There is no job "${asked.job}".`)
  const context: JobContext = {
    ...asked.given,
    signal,
    note: (step) => void say({ says: 'note', step }),
    async progress(now) {
      await say({ says: 'progress', now })
      if (signal.aborted) throw new Cancelled()
    },
  }
  return { says: 'done', result: await handler.run(asked.payload, context) }
}

async function answer(work: () => Promise<FromApart>): Promise<void> {
  const message = await work().catch((error): FromApart => ({ says: 'failed', failure: failureOf(error) }))
  await say(message)
  await stopSending()
  await disconnect()
  process.exit(0)
}

function say(message: FromApart): Promise<void> {
  return new Promise((resolve) => {
    process.send!(message, undefined, undefined, () => resolve())
  })
}

function failureOf(error: unknown): Failure {
  if (error instanceof Cancelled) return { kind: 'cancelled', message: error.message }
  if (error instanceof AppError)
    return { kind: 'app', message: error.message, code: error.code, details: error.details }
  if (error instanceof Error) {
    const { message, stack, cause } = error
    return { kind: 'other', message, stack, name: cause === undefined ? error.name : 'Error' }
  }
  return { kind: 'other', message: String(error) }
}
