import type { SecondLook, Surveyed } from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import { MentionLexicon, standing } from '@/lib/artifacts/kinds/guideline/mining/mention-lexicon'

/** Finds the words of mentions where they carry no label, and inside longer mentions of others. */
export function lookForMentions({ script, sought }: Surveyed): SecondLook {
  const lexicon = new MentionLexicon(script, sought)
  return ({ text }, items, find) => {
    for (const occurrence of lexicon.occurrences(text)) {
      const found = standing(occurrence, items)
      const { label, mention, start, end } = occurrence
      const place = { start, end, mention }
      if (found?.kind === 'unlabelled') find(label, { section: 'unlabelled', key: mention, place })
      if (found?.kind === 'covered')
        find(label, { section: 'covered', key: found.by.label, place: { ...place, wider: found.by } })
    }
  }
}
