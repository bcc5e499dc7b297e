import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import type { DrafterChoice } from '@/lib/artifacts/drafting/model'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import type { Again } from '@/lib/artifacts/model'
import { type ProposedVersion, proposeVersion } from '@/lib/artifacts/propose-version'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeJobContext } from '@/prisma/factories/jobs'

const SENTENCES = [
  'The ferry [Grey Petrel|vessel] left [Wickholm|place] at noon.',
  'Nobody saw the [Grey Petrel|vessel] return to [Ostrey|place].',
]

/** A guideline that the miner drafted and that waits in the queue; its corpus is made when none is given. */
export async function makeGuidelineDraft(
  actor: ProjectActor,
  given: { corpus?: { id: string }; label?: string; content?: Partial<GuidelineContent> } = {},
): Promise<ProposedVersion & { content: GuidelineContent; corpusId: string; label: string }> {
  const corpusId = given.corpus?.id ?? (await makeCorpus(actor, { sentences: SENTENCES })).id
  const corpus = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const label = given.label ?? (corpus.labels as { label: string }[])[0]?.label ?? 'label'
  const mined = await mineEvidence(corpus, { labels: [label] })
  const drafter = drafterFor('guideline')
  const drafted = await drafter.draft(mined(label)!)
  const content = { ...drafted.content, ...given.content }
  const version = await db.$transaction(async (tx) => {
    const identity = { projectId: actor.project.id, kind: 'guideline', corpusId, key: label }
    const artifact =
      (await tx.artifact.findFirst({ where: identity })) ??
      (await tx.artifact.create({ data: { ...identity, taskForm: corpus.taskForm } }))
    return proposeVersion(tx, drafter.author, { artifact, content, evidence: drafted.evidence })
  })
  return { ...version, content, corpusId, label }
}

/** Orders drafts and does the work at once, as a worker would. */
export async function draftAll(
  actor: ProjectActor,
  given: { corpus: string; labels?: string[]; again?: Again; by?: DrafterChoice; signal?: AbortSignal },
): Promise<{ jobId: string; result: unknown; context: ReturnType<typeof makeJobContext> }> {
  const { corpus: corpusId, labels, again = 'never', by = 'miner', signal } = given
  const { jobId } = await draftGuidelines(actor, { corpus: corpusId, labels, again, by })
  const context = makeJobContext(actor, { runId: jobId, ...(signal && { signal }) })
  const payload = { corpusId, labels, again, by }
  const result = await draftGuidelinesHandler.run(payload, context)
  await db.jobRun.update({ where: { id: jobId }, data: { state: 'done' } })
  return { jobId, result, context }
}
