import { expect, it } from 'vitest'
import type { z } from 'zod'
import * as advice from '@/lib/artifacts/advice/jobs'
import * as drafting from '@/lib/artifacts/drafting/jobs'
import * as drafts from '@/lib/artifacts/jobs'

const mayWait = Object.values({ ...advice, ...drafting, ...drafts }).filter(
  ({ name, payload }) => 'isBatch' in (payload as z.ZodObject).shape && name !== 'estimate-drafts',
)

it('lets other orders go on while one waits for the batch files of a service', () => {
  expect(mayWait.map(({ name }) => name)).toHaveLength(7)
  for (const { name, atOnce } of mayWait) expect([name, (atOnce ?? 1) > 2]).toEqual([name, true])
})
