import { refuseOpenFix } from '@/lib/corpora/fixes/refuse-open-work'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'
import { hashRecipe } from '@/lib/synthesis/hash-recipe'
import { composeRunJob } from '@/lib/synthesis/jobs'
import type { Recipe } from '@/lib/synthesis/model'
import { readCorpora } from '@/lib/synthesis/prepare-release'
import { readRun } from '@/lib/synthesis/queries'
import type { RunView } from '@/lib/synthesis/schema'

/** Orders a run: a worker composes it. */
export async function startRun(
  actor: ProjectActor,
  input: { release: number; recipe: Recipe },
): Promise<{ run: RunView; jobId: string }> {
  requireRole(actor, 'lead')
  const recipe = { ...input.recipe, corpora: distinctCorpora(input.recipe) }
  const ids = recipe.corpora.map(({ id }) => id)
  const corpora = await readCorpora(actor.project.id, recipe.corpora)
  const started = await db.$transaction(async (tx) => {
    await refuseOpenFix(tx, ids)
    const release = await findRelease(actor, { number: input.release }, tx)
    const run = await addRun(tx, actor, { releaseId: release.id, recipe })
    const jobId = await startJob(tx, actor, {
      job: composeRunJob,
      projectId: actor.project.id,
      subjectId: run.id,
      payload: { runId: run.id },
      total: corpora.reduce((sum, { instanceCount }) => sum + instanceCount, 0),
    })
    await audit(tx, actor, {
      action: 'run.started',
      subjectKind: 'run',
      subjectId: run.id,
      projectId: actor.project.id,
      data: { number: run.number, release: release.number, recipeHash: run.recipeHash, jobId },
    })
    return { number: run.number, jobId }
  })
  return { run: await readRun(actor, started), jobId: started.jobId }
}

/** A corpus that is named twice counts once, as it was named first. */
function distinctCorpora({ corpora }: Recipe): Recipe['corpora'] {
  return corpora.filter(({ id }, at) => corpora.findIndex((one) => one.id === id) === at)
}

export async function findRelease(
  actor: ProjectActor,
  { number }: { number: number },
  within: Tx = db,
): Promise<{ id: string; number: number }> {
  const release = await within.release.findUnique({
    where: { projectId_number: { projectId: actor.project.id, number } },
    select: { id: true, number: true },
  })
  if (release) return release
  throw new AppError('not_found', `This project has no release ${number}.`, {
    reason: 'release-unknown',
    params: { release: number },
  })
}

/** The next number of the project: whoever else starts a run waits for this one. */
async function addRun(tx: Tx, actor: ProjectActor, given: { releaseId: string; recipe: Recipe }) {
  const projectId = actor.project.id
  await tx.$queryRaw`SELECT 1 FROM project WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`
  const last = await tx.run.aggregate({ where: { projectId }, _max: { number: true } })
  return tx.run.create({
    data: {
      projectId,
      number: (last._max.number ?? 0) + 1,
      releaseId: given.releaseId,
      recipe: given.recipe,
      recipeHash: hashRecipe(given.recipe),
      createdById: actor.id,
    },
  })
}
