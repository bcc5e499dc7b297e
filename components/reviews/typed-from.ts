import { typedOf } from '@/components/reviews/guideline-text'
import type { SomeContent } from '@/lib/artifacts/model'

/** A content as the form of its kind types it. */
export function typedFrom({ kind, content }: SomeContent): object {
  return kind === 'guideline' ? typedOf(content) : content
}
