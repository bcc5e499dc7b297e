import type { Example } from '@/lib/artifacts/kinds/guideline/content'
import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { DraftLine } from '@/lib/artifacts/kinds/guideline/mining/draft-line'
import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import type { Place } from '@/lib/artifacts/kinds/guideline/mining/mention-gathering'
import type { GoldInstance, UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { PhraseLanguage, Script } from '@/lib/tasks/model'

/** What only the second pass can find, because it needs to know what the first one saw. */
export const laterSections = ['unlabelled', 'covered', 'unrelated', 'taken', 'takes'] as const
export type LaterSection = (typeof laterSections)[number]
export type Find = (label: string, found: { section: LaterSection; key: string; place: Place }) => void
export type SecondLook = (instance: GoldInstance, items: readonly UnitSpan[], find: Find) => void

export type Surveyed = {
  script: Script
  survey: GoldSurvey
  labels: readonly string[]
  /** For each label the wordings that are worth looking for in running text. */
  sought: readonly { label: string; mentions: readonly string[] }[]
}

/** What a guideline says, before it is cut to what fits. */
export type Drafted = {
  definition: DraftLine
  lines: DraftLine[]
  typical: string[]
  positives: Example[]
  negatives: Example[]
}

/** How the corpus miner reads the gold of one form of task, and what it says about it. */
export type FormMiner = {
  /** The labelled things of a gold where they stand. */
  itemsIn(of: { text: string; gold: unknown }): UnitSpan[]
  firstLook(script: Script): FirstLook
  secondLook(of: Surveyed): SecondLook
  draft(evidence: GuidelineEvidence, language: PhraseLanguage): Drafted
}
