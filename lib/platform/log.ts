import pino from 'pino'

/** One structured log for web, worker and scripts. Never log gold, drafts, passwords or tokens. */
export const log = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: { pid: process.pid },
  redact: ['password', 'token', '*.password', '*.token', 'headers.authorization', 'headers.cookie'],
})
