import pino from 'pino'

/** What an error says. PostgreSQL's errors carry the connection with its password, and values of the row that was refused. */
export function errorForLog(error: Error) {
  const { type, message, stack, code } = pino.stdSerializers.err(error)
  return { type, message, stack, code }
}

/** One structured log for web, worker and scripts. Never log gold, drafts, passwords or tokens. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  serializers: { err: errorForLog },
  redact: ['password', 'token', '*.password', '*.token', 'headers.authorization', 'headers.cookie'],
})
