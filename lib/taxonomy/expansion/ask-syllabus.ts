import { type EachOutcome, faultyOf, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { checkContent } from '@/lib/artifacts/kinds/syllabus/check-content'
import type { SyllabusContent } from '@/lib/artifacts/kinds/syllabus/content'
import type { SyllabusEvidence } from '@/lib/artifacts/kinds/syllabus/evidence'
import { proposeDraft } from '@/lib/artifacts/propose-draft'
import type { Asked } from '@/lib/calls/model'
import { db } from '@/lib/platform/db'
import type { Expanding } from '@/lib/taxonomy/expansion/expanding'
import { keepRuns } from '@/lib/taxonomy/expansion/keep-runs'
import type { OpenNode } from '@/lib/taxonomy/expansion/plan-expansion'
import { namesAbove } from '@/lib/taxonomy/expansion/write-inputs'
import { nameIn } from '@/lib/taxonomy/model'

/** One subject's syllabus: a draft beside what is in force. */
export async function askSyllabus(
  expanding: Expanding,
  { node, basis }: OpenNode,
  ask: () => Promise<Asked<SyllabusEvidence['written']>>,
): Promise<EachOutcome[]> {
  const { projectId, order, author, since, context } = expanding
  const { language } = order
  const key = nameIn(node.name, language)
  const said = await ask()
  if (said.outcome !== 'answer') return [missedOf(key, said)]
  const { callIds, value: written } = said
  const content: SyllabusContent = { subject: node.name, language, ...written }
  const [fault] = checkContent(content)
  if (fault) return [faultyOf(key, { why: fault.message ?? fault.code, callIds })]
  const outcome = await proposeDraft(author, {
    ...{ kind: 'syllabus', projectId, corpusId: null, taskForm: 'general', key: node.id, content },
    evidence: { above: namesAbove(node, language), subtopics: node.subtopics, written },
    ...{ asked: { again: 'all', since }, origin: { callIds }, job: context },
  })
  await keepRuns(db, expanding, { nodeId: node.id, basis, runs: [{ run: 0, said: null, callIds }] })
  return [{ key, outcome }]
}
