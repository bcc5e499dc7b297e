// A script that runs single jobs of a few plain kinds, as the worker runs heavy ones.
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { AppError } from '@/lib/platform/errors'
import { defineJob, type JobHandler } from '@/lib/platform/jobs'
import { serveApart } from '@/lib/platform/serve-apart'

const jobOf = (name: string) => defineJob({ name, unit: 'rows', payload: z.unknown() })

const handlers: JobHandler[] = [
  {
    job: jobOf('count'),
    async run(payload, context) {
      context.note({ key: 'begun', params: { pid: process.pid } })
      await context.progress({ done: 2, total: 3 })
      return { payload: payload as string, startedBy: context.startedBy }
    },
  },
  {
    job: jobOf('refuse'),
    async run() {
      throw new AppError('conflict', 'Not now.', { reason: 'not-now', params: { at: 3 } })
    },
  },
  {
    job: jobOf('go-on'),
    async run(_payload, context) {
      for (;;) {
        await context.progress({ done: 1, step: { key: 'going', params: { pid: process.pid } } })
        await sleep(20)
      }
    },
  },
]

serveApart(handlers)
