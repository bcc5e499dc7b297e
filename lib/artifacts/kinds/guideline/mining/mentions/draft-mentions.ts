import { draftBoundaries } from '@/lib/artifacts/kinds/guideline/mining/draft-boundaries'
import { draftDefinition, typicalMentions } from '@/lib/artifacts/kinds/guideline/mining/draft-definition'
import { draftNegatives, draftPositives } from '@/lib/artifacts/kinds/guideline/mining/draft-examples'
import { draftIncludes } from '@/lib/artifacts/kinds/guideline/mining/draft-includes'
import { draftRivals } from '@/lib/artifacts/kinds/guideline/mining/draft-rivals'
import type { FormMiner } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { phrasesFor } from '@/lib/artifacts/kinds/guideline/mining/phrases-for'

const MOST_TYPICAL = 12

export const draftMentions: FormMiner['draft'] = (evidence, language) => {
  const phrases = phrasesFor(language)
  return {
    definition: draftDefinition(evidence, phrases),
    lines: [
      ...draftIncludes(evidence, phrases),
      ...draftBoundaries(evidence, phrases),
      ...draftRivals(evidence, phrases),
    ],
    typical: typicalMentions(evidence, MOST_TYPICAL),
    positives: draftPositives(evidence, phrases),
    negatives: draftNegatives(evidence, phrases),
  }
}
