import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { AppError } from '@/lib/platform/errors'
import { contentHash } from '@/lib/platform/hash'
import type { Standing } from '@/lib/reviews/read-standing'
import type { ReadDeed } from '@/lib/reviews/record-decision'
import type { DecideDraftInput } from '@/lib/reviews/schema'

/** What a decision means: an edit is read by the kind of what it edits, and one that changes nothing is an approval. */
export function readIntent(deed: DecideDraftInput, standing: Standing): ReadDeed {
  return meant(readContent(deed, standing), standing)
}

/** What an edit says, read by the kind of what it edits. */
function readContent(deed: DecideDraftInput, { artifact }: Standing): ReadDeed {
  if (deed.verdict !== 'edit') return deed
  const read = findKind(artifact.kind).content.safeParse(deed.content)
  if (read.success) return { ...deed, content: read.data }
  const issues = read.error.issues.map(({ path, message }) => ({
    path: ['body', 'content', ...path].join('.'),
    message,
  }))
  throw new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    reason: 'invalid-input',
    issues,
  })
}

/** An edit that changes nothing is an approval. A version of before lacks fields that the edit has empty. */
function meant(deed: ReadDeed, standing: Standing): ReadDeed {
  if (deed.verdict !== 'edit') return deed
  const read = findKind(standing.artifact.kind).content.parse(standing.content)
  if (contentHash(deed.content) !== contentHash(read)) return deed
  const { content: _same, ...rest } = deed
  return { ...rest, verdict: 'approve' }
}
