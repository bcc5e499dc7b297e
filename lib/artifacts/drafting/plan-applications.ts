import { type DescribedCorpus, describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { findApproved } from '@/lib/artifacts/drafting/find-approved'
import { type InstanceRow, readRows } from '@/lib/artifacts/drafting/read-rows'
import {
  type AnnotatedRule,
  annotationInput,
  drawOrdinals,
} from '@/lib/artifacts/kinds/application/asking/annotation-input'
import { writtenGuideline } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import type { PastDecision } from '@/lib/artifacts/lessons/model'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import type { WrittenGuideline } from '@/lib/calls/prompts/schema'
import { db } from '@/lib/platform/db'

export type PlannedAnnotation = {
  corpus: DescribedCorpus
  rule: AnnotatedRule
  guidelines: WrittenGuideline[]
  rows: InstanceRow[]
}

/** Which instances are annotated under a rule, and what there is to know for it. Nothing, if the rule is gone or stands no more. */
export async function planAnnotation(of: {
  versionId: string
  ordinals?: number[] | undefined
  count: number
  seed: number
}): Promise<PlannedAnnotation | undefined> {
  const version = await db.version.findFirst({
    where: { id: of.versionId, draft: { state: 'approved' }, artifact: { kind: 'rule', retiredAt: null } },
    select: { id: true, content: true, artifact: { select: { key: true, corpusId: true } } },
  })
  const corpus = version?.artifact.corpusId && (await describeCorpus(version.artifact.corpusId))
  if (!version || !corpus) return undefined
  const content = ruleContentSchema.parse(version.content)
  const { labels } = content.scope
  const guidelines = await findApproved(corpus, {
    kind: 'guideline',
    keys: labels.length > 0 ? labels : null,
  })
  const ordinals = of.ordinals ?? (await drawOrdinals(corpus, { labels, count: of.count, seed: of.seed }))
  return {
    corpus,
    rule: { versionId: version.id, key: version.artifact.key, content },
    guidelines: guidelines.map((one) => writtenGuideline(one.content)),
    rows: await readRows(corpus, [...new Set(ordinals)]),
  }
}

/** The key of the answer of an instance under a rule. */
export const applicationKey = ({ key }: AnnotatedRule, ordinal: number) => `${key} #${ordinal}`

/** What a model is asked for one instance; each candidate is the same question again. */
export async function annotationAsked(
  { corpus, rule, guidelines }: PlannedAnnotation,
  { row, past }: { row: InstanceRow; past: readonly PastDecision[] },
) {
  const key = applicationKey(rule, row.ordinal)
  const { lessons, decisionIds } = await selectLessons(past, { key, corpusId: corpus.id })
  const input = annotationInput(corpus, { rule, guidelines, row, lessons })
  return { input, options: { about: { kind: 'application', corpusId: corpus.id, key }, decisionIds } }
}
