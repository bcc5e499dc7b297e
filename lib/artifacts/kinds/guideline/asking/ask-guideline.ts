import type { DescribedCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { missedOf } from '@/lib/artifacts/drafting/draft-each'
import { findApproved } from '@/lib/artifacts/drafting/find-approved'
import type { MissedDraft } from '@/lib/artifacts/drafting/model'
import { guidelineInput, writtenGuideline } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import { type DraftedGuideline, readDrafted } from '@/lib/artifacts/kinds/guideline/asking/read-drafted'
import { checkContent, withoutFaults } from '@/lib/artifacts/kinds/guideline/check-content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { NO_LESSONS, type PastDecision } from '@/lib/artifacts/lessons/model'
import { selectLessons } from '@/lib/artifacts/lessons/select-lessons'
import type { Asked, AskOptions } from '@/lib/calls/model'

type GuidelineInput = Awaited<ReturnType<typeof guidelineInput>>['input']
export type AskGuideline = (input: GuidelineInput, options: AskOptions) => Promise<Asked<DraftedGuideline>>

export type AskedLabel = {
  label: string
  corpus: DescribedCorpus
  evidence: GuidelineEvidence
  /** Null: nothing is told of decisions of before. */
  past: readonly PastDecision[] | null
}

/** What a model is asked for the guideline of one label, with the decisions that it is told of. */
export async function prepareGuideline({ label, corpus, evidence, past }: AskedLabel) {
  const about = { kind: 'guideline', corpusId: corpus.id, key: label }
  const { lessons, decisionIds } = past ? await selectLessons(past, about) : NO_LESSONS
  const [before] = await findApproved(corpus, { kind: 'guideline', keys: [label] })
  const { input, shown } = await guidelineInput(evidence, {
    corpus,
    before: before ? writtenGuideline(before.content) : null,
    lessons,
  })
  return { input, shown, options: { about, decisionIds } }
}

/** Asks for the guideline of one label. Examples that do not fit the corpus are left out of the answer. */
export async function askGuideline(
  asked: AskedLabel,
  ask: AskGuideline,
): Promise<
  { content: GuidelineContent; evidence: GuidelineEvidence; callIds: string[] } | { missed: MissedDraft }
> {
  const { label, corpus, evidence } = asked
  const { input, shown, options } = await prepareGuideline(asked)
  const said = await ask(input, options)
  if (said.outcome !== 'answer') return { missed: missedOf(label, said) }
  const written = readDrafted(said.value, { corpus, label, shown })
  const content = withoutFaults(written, await checkContent(corpus.id, written))
  // The miner's claims are about the miner's lines.
  return { content, evidence: { ...evidence, claims: [] }, callIds: said.callIds }
}
