import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { applyPlanJob } from '@/lib/reviews/jobs'
import { REPLANNED_AT_ONCE, replanDrafts } from '@/lib/reviews/plans/replan-drafts'

/** Has what waits follow a plan, so many drafts at once; run again it goes through them again and changes nothing. */
export const applyPlanHandler: JobHandler<typeof applyPlanJob.payload> = {
  job: applyPlanJob,
  async run(task, context) {
    const { projectId } = context
    let [after, done] = [0n, 0]
    for (let isDone = false; !isDone; ) {
      const batch = { ...task, projectId, after, limit: REPLANNED_AT_ONCE }
      const next = await db.$transaction((tx) => replanDrafts(tx, batch), { timeout: 60_000 })
      done += next.count
      after = next.last
      isDone = next.isDone
      await context.progress({ done, step: { key: 'planningDrafts' } })
    }
    return { drafts: done }
  },
}
