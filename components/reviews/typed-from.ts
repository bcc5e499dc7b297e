import { applicationTypist } from '@/components/reviews/application-typist'
import { formatTypist } from '@/components/reviews/format-typist'
import { typedOf } from '@/components/reviews/guideline-text'
import { pairTypist } from '@/components/reviews/pair-typist'
import { ruleTypist } from '@/components/reviews/rule-typist'
import { syllabusTypist } from '@/components/reviews/syllabus-typist'
import type { SomeContent } from '@/lib/artifacts/model'

/** A content as the form of its kind types it. */
export function typedFrom({ kind, content }: SomeContent): object {
  if (kind === 'guideline') return typedOf(content)
  if (kind === 'format') return formatTypist.typedOf(content)
  if (kind === 'rule') return ruleTypist.typedOf(content)
  if (kind === 'application') return applicationTypist.typedOf(content)
  if (kind === 'syllabus') return syllabusTypist.typedOf(content)
  if (kind === 'pair') return pairTypist.typedOf(content)
  // Nobody types a record.
  return content
}
