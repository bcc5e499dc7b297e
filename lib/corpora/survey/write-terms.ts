import type { PoolClient } from 'pg'
import type { TermStretch } from '@/lib/corpora/survey/term-stretch'
import { copyInto, copyRows } from '@/lib/platform/copy'

const INTO = 'instance_term (survey_id, term, first_ordinal, ordinals)'

/** Writes stretches of the index and empties them. One part is made while the other is being written. */
export async function writeTerms(
  client: PoolClient,
  { surveyId, stretches }: { surveyId: number; stretches: readonly TermStretch[] },
): Promise<void> {
  const parts = [copyRows(), copyRows()]
  let turn = 0
  const nextPart = () => {
    const part = parts[turn++ % parts.length]!
    part.clear()
    return part
  }
  let writing = Promise.resolve()
  try {
    for (const stretch of stretches)
      for (const part of stretch.flushInto(nextPart, surveyId)) {
        await writing
        writing = copyInto(client, INTO, part)
        writing.catch(() => undefined)
      }
  } finally {
    await writing
  }
}
