import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { checkContent, withoutFaults } from '@/lib/artifacts/kinds/guideline/check-content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { mineEvidence } from '@/lib/artifacts/kinds/guideline/mining/mine-evidence'
import { type Again, type Author, draftStateSchema, wantsDraft } from '@/lib/artifacts/model'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { labelCountSchema } from '@/lib/corpora/model'
import { audit } from '@/lib/platform/audit'
import { db, type Tx } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

/** What this run asks of a label, and what it does with it. */
type Asked = { again: Again; since: Date }
type Outcome = 'drafted' | 'unchanged' | 'left'
type Corpus = { id: string; projectId: string; taskForm: string }

const NOTES = { drafted: 'labelDrafted', unchanged: 'labelUnchanged', left: 'labelLeft' }

/** Drafts one guideline per label from the gold. Each label is one transaction: a second run goes on where the first stopped. */
export const draftGuidelinesHandler: JobHandler<typeof draftGuidelinesJob.payload> = {
  job: draftGuidelinesJob,
  async run({ corpusId, labels: named, again }, context) {
    const corpus = await db.corpus.findUnique({ where: { id: corpusId } })
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    const counts = { drafted: 0, unchanged: 0, left: 0 }
    if (!corpus || !run) return counts
    const asked = { again, since: run.createdAt }
    const labels = named ?? labelsOf(corpus)
    const open: string[] = []
    for (const [label, standing] of await standings(corpusId, labels, asked))
      if (standing === 'open') open.push(label)
      else counts[standing]++
    const before = labels.length - open.length
    const report = (done: number, key: string, params: Record<string, string | number>) =>
      context.progress({ done: before + done, total: labels.length, step: { key, params } })
    const evidenceOf = await mineEvidence(corpus, {
      labels: open,
      onProgress: (now) => report(0, 'readingGold', now),
    })
    for (const [i, label] of open.entries()) {
      await report(i, 'draftingLabel', { label, number: before + i + 1, total: labels.length })
      const outcome = await draftLabel(corpus, { label, evidence: evidenceOf(label), asked, context })
      counts[outcome]++
      context.note({ key: NOTES[outcome], params: { label } })
    }
    await report(open.length, 'drafted', counts)
    return counts
  },
}

function labelsOf(corpus: { labels: unknown }): string[] {
  return labelCountSchema
    .array()
    .parse(corpus.labels)
    .map(({ label }) => label)
}

/** Which labels are open to this run, and what became of the others: drafted before it was interrupted, or left alone. */
async function standings(
  corpusId: string,
  labels: string[],
  asked: Asked,
): Promise<Map<string, 'open' | 'drafted' | 'left'>> {
  const artifacts = await db.artifact.findMany({
    where: { corpusId, kind: 'guideline', key: { in: labels } },
    select: { key: true, versions: newestVersion },
  })
  const newest = new Map(artifacts.map(({ key, versions }) => [key, versions[0]]))
  return new Map(labels.map((label) => [label, standingOf(newest.get(label), asked)]))
}

const newestVersion = {
  orderBy: { number: 'desc' as const },
  take: 1,
  select: { createdAt: true, draft: { select: { state: true } } },
}
type Newest = { createdAt: Date; draft: { state: string } | null } | undefined

function standingOf(newest: Newest, { again, since }: Asked): 'open' | 'drafted' | 'left' {
  if (newest && newest.createdAt >= since) return 'drafted'
  const state = newest ? draftStateSchema.parse(newest.draft?.state) : null
  return wantsDraft(state, again) ? 'open' : 'left'
}

async function draftLabel(
  corpus: Corpus,
  given: { label: string; evidence: GuidelineEvidence | undefined; asked: Asked; context: JobContext },
): Promise<Outcome> {
  const { label, context } = given
  if (!given.evidence) return 'left'
  const drafter = drafterFor('guideline')
  const { content: written, evidence } = await drafter.draft(given.evidence)
  const content = withoutFaults(written, await checkContent(corpus.id, written))
  return db.$transaction(async (tx) => {
    const artifact = await artifactOf(tx, corpus, label)
    const [newest] = await tx.version.findMany({ where: { artifactId: artifact.id }, ...newestVersion })
    if (standingOf(newest, given.asked) !== 'open') return 'left'
    const isRejected = newest?.draft?.state === 'rejected'
    if (!isRejected && (await saidBefore(tx, artifact.id, drafter.author, content))) return 'unchanged'
    const version = await proposeVersion(tx, drafter.author, { artifact, content, evidence })
    await audit(tx, systemActor(drafter.author.id), {
      action: 'guideline.drafted',
      subjectKind: 'version',
      subjectId: version.id,
      projectId: corpus.projectId,
      data: { label, number: version.number, startedBy: context.startedBy, jobId: context.runId },
    })
    return 'drafted'
  })
}

/** The artifact of a label, made when it is the first time. */
async function artifactOf(tx: Tx, { id: corpusId, projectId, taskForm }: Corpus, label: string) {
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
