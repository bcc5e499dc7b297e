import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mine-evidence'
import { type Again, type Author, type DraftState, wantsDraft } from '@/lib/artifacts/model'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { labelCountSchema } from '@/lib/corpora/model'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

type Target = { projectId: string; corpusId: string; taskForm: string; label: string }
type Written = 'drafted' | 'unchanged' | 'left'

/** Drafts one guideline per label from the gold. Each label is one transaction, so a second run goes on where the first stopped. */
export const draftGuidelinesHandler: JobHandler<typeof draftGuidelinesJob.payload> = {
  job: draftGuidelinesJob,
  async run({ corpusId, labels: asked, again }, context) {
    const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
    if (!corpus) return { drafted: 0, unchanged: 0, left: 0 }
    const labels =
      asked ??
      labelCountSchema
        .array()
        .parse(corpus.labels)
        .map(({ label }) => label)
    const { createdAt: since } = await db.jobRun.findUniqueOrThrow({ where: { id: context.runId } })
    const open = await openLabels({ corpusId, labels, again, since })
    const counts = { drafted: 0, unchanged: 0, left: labels.length - open.length }
    if (!open.length) return counts
    const left = counts.left
    const evidenceOf = await mineEvidence(corpus, {
      labels: open,
      onProgress: (read, total) =>
        context.progress({
          done: left,
          total: labels.length,
          step: { key: 'readingGold', params: { read, total } },
        }),
    })
    const { id, projectId, taskForm } = corpus
    for (const [i, label] of open.entries()) {
      const step = { key: 'draftingLabel', params: { label, number: left + i + 1, total: labels.length } }
      await context.progress({ done: left + i, total: labels.length, step })
      const written = await draftLabel(context, {
        target: { projectId, corpusId: id, taskForm, label },
        evidence: evidenceOf(label),
        again,
        since,
      })
      counts[written]++
      context.note({ key: `label-${written}`, params: { label } })
    }
    await context.progress({
      done: labels.length,
      total: labels.length,
      step: { key: 'drafted', params: counts },
    })
    return counts
  },
}

/** The labels to draft; the ones this run, before it was interrupted, has drafted already are not among them. */
async function openLabels(of: {
  corpusId: string
  labels: string[]
  again: Again
  since: Date
}): Promise<string[]> {
  const artifacts = await db.artifact.findMany({
    where: { corpusId: of.corpusId, kind: 'guideline', key: { in: of.labels } },
    select: { key: true, versions: newestVersion },
  })
  const newest = new Map(artifacts.map(({ key, versions }) => [key, versions[0] ?? null]))
  return of.labels.filter((label) => isOpen(newest.get(label) ?? null, of))
}

const newestVersion = {
  orderBy: { number: 'desc' as const },
  take: 1,
  select: { createdAt: true, draft: { select: { state: true } } },
}

function isOpen(
  newest: { createdAt: Date; draft: { state: string } | null } | null,
  asked: { again: Again; since: Date },
): boolean {
  if (newest && newest.createdAt >= asked.since) return false
  return wantsDraft((newest?.draft?.state as DraftState) ?? null, asked.again)
}

async function draftLabel(
  context: JobContext,
  given: { target: Target; evidence: GuidelineEvidence | undefined; again: Again; since: Date },
): Promise<Written> {
  if (!given.evidence) return 'left'
  const drafter = drafterFor('guideline')
  const drafted = await drafter.draft(given.evidence)
  return db.$transaction(async (tx) => {
    const artifact = await artifactOf(tx, given.target)
    const [newest] = await tx.version.findMany({ where: { artifactId: artifact.id }, ...newestVersion })
    if (!isOpen(newest ?? null, given)) return 'left'
    if (
      newest?.draft?.state !== 'rejected' &&
      (await saidBefore(tx, artifact.id, drafter.author, drafted.content))
    )
      return 'unchanged'
    const version = await proposeVersion(tx, drafter.author, { artifact, ...drafted })
    await audit(tx, systemActor(drafter.author.id), {
      action: 'guideline.drafted',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: artifact.projectId,
      data: {
        label: given.target.label,
        number: version.number,
        startedBy: context.startedBy,
        jobId: context.runId,
      },
    })
    return 'drafted'
  })
}

/** Makes the artifact of a label when it is the first time; holds its row until the transaction ends. */
async function artifactOf(tx: Tx, { projectId, corpusId, taskForm, label }: Target) {
  const identity = { projectId, kind: 'guideline', corpusId, key: label }
  await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
  return tx.artifact.findFirstOrThrow({ where: identity, select: { id: true, projectId: true, kind: true } })
}

/** Did this drafter's last draft say the very same? Then asking reviewers again would waste their time. */
async function saidBefore(
  tx: Tx,
  artifactId: string,
  author: Author,
  content: GuidelineContent,
): Promise<boolean> {
  const last = await tx.version.findFirst({
    where: { artifactId, authorKind: author.kind },
    orderBy: { number: 'desc' },
    select: { contentHash: true },
  })
  return last?.contentHash === contentHash(content)
}
