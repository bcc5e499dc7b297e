import type { Phrases } from '@/lib/artifacts/kinds/guideline/mining/phrases'
import { englishPhrases } from '@/lib/artifacts/kinds/guideline/mining/phrases.en'
import { chinesePhrases } from '@/lib/artifacts/kinds/guideline/mining/phrases.zh'
import type { PhraseLanguage } from '@/lib/tasks/model'

export function phrasesFor(language: PhraseLanguage): Phrases {
  return language === 'zh' ? chinesePhrases : englishPhrases
}
