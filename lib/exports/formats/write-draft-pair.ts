import type { DraftPair } from '@/lib/exports/formats/model'
import type { TrlPreferenceRecord } from '@/lib/exports/formats/trl-preference/schema'

/** Two drafts of one artifact as two answers to the request that a drafter gets. */
export function writeDraftPair(pair: DraftPair): TrlPreferenceRecord {
  const of = pair.corpusName === null ? '' : ` of the corpus “${pair.corpusName}”`
  const asked = `Write the ${pair.kind} “${pair.key}”${of}. Answer with JSON.`
  const answer = (content: unknown): TrlPreferenceRecord['chosen'] => [
    { role: 'assistant', content: JSON.stringify(content, null, 2) },
  ]
  return {
    prompt: [{ role: 'user', content: asked }],
    chosen: answer(pair.approved.content),
    rejected: answer(pair.rejected.content),
  }
}
