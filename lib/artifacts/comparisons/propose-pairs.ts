import { type ArmName, armNames } from '@/lib/artifacts/comparisons/model'
import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Author } from '@/lib/artifacts/model'
import { recordOrigin } from '@/lib/artifacts/origin/record-origin'
import { proposeVersion } from '@/lib/artifacts/propose-version'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/hash'
import { systemActor } from '@/lib/platform/model'

/** What one drafter wrote for one label. */
export type ArmDraft = {
  author: Author
  content: GuidelineContent
  evidence: GuidelineEvidence
  callIds: string[]
}

export type Pair = { label: string } & Record<ArmName, ArmDraft>

/**
 * Puts the drafts of a comparison in the queue: of each label one, in the order of the corpus, then the other of each. Which comes
 * first is drawn label by label, so that neither drafter is always read first.
 */
export async function proposePairs(
  pairs: readonly Pair[],
  of: { comparison: { id: string; seed: number }; corpus: DescribedCorpus; jobId: string },
): Promise<void> {
  for (const turn of [0, 1])
    for (const pair of pairs) {
      const arm = armNames[(turn + firstArm(of.comparison.seed, pair.label)) % 2]!
      await proposeArm(pair[arm], { ...of, label: pair.label, arm })
    }
}

function firstArm(seed: number, label: string): number {
  return Number.parseInt(sha256(`${seed}/${label}`).slice(0, 2), 16) % 2
}

async function proposeArm(
  draft: ArmDraft,
  of: { comparison: { id: string }; corpus: DescribedCorpus; jobId: string; label: string; arm: ArmName },
): Promise<void> {
  const { comparison, corpus, jobId, label, arm } = of
  const { projectId, id: corpusId, taskForm } = corpus
  const { author, content, evidence, callIds } = draft
  const comparisonId = comparison.id
  await db.$transaction(async (tx) => {
    const known = await tx.comparisonDraft.findUnique({
      where: { comparisonId_label_arm: { comparisonId, label, arm } },
    })
    if (known) return
    const identity = { projectId, kind: 'guideline', corpusId, key: label }
    await tx.artifact.createMany({ data: { ...identity, taskForm }, skipDuplicates: true })
    const artifact = await tx.artifact.findFirstOrThrow({ where: identity })
    const version = await proposeVersion(tx, author, { artifact, content, evidence, comparisonId })
    await tx.comparisonDraft.create({ data: { comparisonId, label, arm, versionId: version.id } })
    await recordOrigin(tx, {
      ...{ versionId: version.id, author, origin: { callIds } },
      artifact: { projectId, corpusId, kind: 'guideline' },
    })
    // Not by the drafter's name: the log is open to everybody who decides.
    await audit(tx, systemActor('comparison'), {
      action: 'guideline.drafted',
      subjectKind: 'version',
      subjectId: version.id,
      projectId,
      data: { label, number: version.number, jobId, comparisonId },
    })
  })
}

/** Both drafts of each label that has both. */
export function pairUp(labels: readonly string[], drafts: ReadonlyMap<string, ArmDraft>): Pair[] {
  return labels.flatMap((label) => {
    const [a, b] = armNames.map((arm) => drafts.get(`${arm} ${label}`))
    return a && b ? [{ label, a, b }] : []
  })
}
