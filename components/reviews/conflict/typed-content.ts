import { applicationTypist, type TypedApplication } from '@/components/reviews/application-typist'
import { someContent } from '@/components/reviews/content-sections'
import { formatTypist, type TypedFormat } from '@/components/reviews/format-typist'
import { guidelineTypist, type TypedGuideline } from '@/components/reviews/guideline-text'
import { pairTypist, type TypedPair } from '@/components/reviews/pair-typist'
import { ruleTypist, type TypedRule } from '@/components/reviews/rule-typist'
import { syllabusTypist, type TypedSyllabus } from '@/components/reviews/syllabus-typist'
import type { SomeContent } from '@/lib/artifacts/model'

/** What a text that was typed over a version says, by the kind of the version. */
export function typedContent(base: SomeContent, typed: object): SomeContent {
  switch (base.kind) {
    case 'guideline':
      return someContent('guideline', guidelineTypist.contentOf(typed as TypedGuideline, base.content))
    case 'rule':
      return someContent('rule', ruleTypist.contentOf(typed as TypedRule, base.content))
    case 'format':
      return someContent('format', formatTypist.contentOf(typed as TypedFormat, base.content))
    case 'application':
      return someContent('application', applicationTypist.contentOf(typed as TypedApplication, base.content))
    case 'syllabus':
      return someContent('syllabus', syllabusTypist.contentOf(typed as TypedSyllabus, base.content))
    case 'pair':
      return someContent('pair', pairTypist.contentOf(typed as TypedPair, base.content))
    case 'record':
    case 'node':
      return base
  }
}
