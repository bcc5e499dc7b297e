import type { ContentIssue } from '@/lib/artifacts/kinds/kind-definition'
import type { NodeContent } from '@/lib/artifacts/kinds/node/content'

// What ends a line or separates the two names where a tree is written as text.
const BREAKS = /[\n\r\t|]/u

/** A name is one line that a tree as text can hold. */
export function checkContent({ name }: NodeContent): ContentIssue[] {
  return (['en', 'zh'] as const)
    .filter((language) => BREAKS.test(name[language]))
    .map((language) => ({
      path: `name.${language}`,
      code: 'name-not-a-line',
      message: 'A name is one line without “|” and tabs.',
    }))
}
