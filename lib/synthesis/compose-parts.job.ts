import { readHeldOut } from '@/lib/corpora/held-out/read-held-out'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { composePartsJob } from '@/lib/synthesis/jobs'
import { recipeSchema } from '@/lib/synthesis/model'
import { composeOpenParts } from '@/lib/synthesis/parts/compose-open-parts'
import { prepareRelease } from '@/lib/synthesis/prepare-release'

/** Helps with a run as long as it has open parts; none are left when it comes too late. */
export const composePartsHandler: JobHandler<typeof composePartsJob.payload> = {
  job: composePartsJob,
  async run({ runId }, context) {
    const run = await db.run.findUnique({ where: { id: runId } })
    const open = await db.runPart.findFirst({ where: { runId, state: { not: 'done' } } })
    if (run?.state !== 'running' || !open) return {}
    const recipe = recipeSchema.parse(run.recipe)
    const prepared = await prepareRelease(run.releaseId, { projectId: run.projectId, recipe, runId })
    const heldOut = await readHeldOut(run.projectId)
    await composeOpenParts({ runId, prepared, heldOut, progress: context.progress })
    return {}
  },
}
