import type { RelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases'
import { englishRelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases.en'
import { chineseRelationPhrases } from '@/lib/artifacts/kinds/guideline/mining/relations/phrases.zh'
import type { PhraseLanguage } from '@/lib/tasks/model'

export const relationPhrases: Record<PhraseLanguage, RelationPhrases> = {
  en: englishRelationPhrases,
  zh: chineseRelationPhrases,
}
