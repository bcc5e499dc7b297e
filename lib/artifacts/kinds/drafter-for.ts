import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { draftContent as draftFormat } from '@/lib/artifacts/kinds/format/drafting/draft-content'
import type { Variant } from '@/lib/artifacts/kinds/format/drafting/variants'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import { draftContent as draftGuideline } from '@/lib/artifacts/kinds/guideline/mining/draft-content'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import { draftContent as draftRule } from '@/lib/artifacts/kinds/rule/mining/draft-content'
import type { Author, Drafter } from '@/lib/artifacts/model'
import type { CarrierName } from '@/lib/formats/model'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import type { TaskForm } from '@/lib/tasks/model'

/** What a format is drafted from: a carrier and a choice of its parameters. */
type FormatIdea = { carrier: CarrierName; variant: Variant }

/** What a rule is drafted from: what it does, for which labels, in which form of task. */
type RuleIdea = { rule: AppliedRule; taskForm: TaskForm }

type KindDrafters = {
  guideline: Drafter<GuidelineEvidence, GuidelineContent>
  format: {
    author: Author & { kind: 'miner' | 'model' }
    draft(idea: FormatIdea): Promise<{ content: FormatContent }>
  }
  rule: {
    author: Author & { kind: 'miner' | 'model' }
    draft(idea: RuleIdea): Promise<{ key: string; content: RuleContent }>
  }
}

const miners: KindDrafters = {
  guideline: {
    author: { kind: 'miner', id: 'corpus-miner/2' },
    draft: async (evidence) => draftGuideline(evidence),
  },
  format: {
    author: { kind: 'miner', id: 'format-writer/1' },
    draft: async ({ carrier, variant }) => ({ content: draftFormat(carrier, variant) }),
  },
  rule: {
    author: { kind: 'miner', id: 'rule-miner/1' },
    draft: async ({ rule, taskForm }) => draftRule(rule, taskForm),
  },
}

/** Who drafts this kind of artifact. The one place where a model will take the miner's seat. */
export function drafterFor<Kind extends keyof KindDrafters>(kind: Kind): KindDrafters[Kind] {
  return miners[kind]
}
