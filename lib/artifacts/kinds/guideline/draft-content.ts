import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

/** The corpus miner's draft of a guideline: what the evidence shows, in sentences. */
export function draftContent(evidence: GuidelineEvidence): {
  content: GuidelineContent
  evidence: GuidelineEvidence
} {
  const { label } = evidence
  const language = evidence.language.startsWith('zh') ? 'zh' : 'en'
  const content: GuidelineContent = {
    label,
    language,
    definition: language === 'zh' ? `标注为“${label}”的提及。` : `Mentions labelled “${label}”.`,
    includes: [],
    excludes: [],
    typical: [],
    positives: [],
    negatives: [],
  }
  return { content, evidence }
}
