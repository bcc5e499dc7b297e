import { findPart, placePart } from '@/lib/corpora/formats/carb/place/place-part'
import type { Row } from '@/lib/corpora/formats/carb/schema'
import { excerptOf, type LineIssue, type Reading } from '@/lib/corpora/model'
import { canonicalOpenieGold, type OpenTuple } from '@/lib/tasks/openie/gold'

/** The rows of one sentence become an instance with their statements. */
export function mapInstance(rows: readonly Row[], faults: readonly LineIssue[]): Reading {
  const [first] = rows
  if (!first || faults.length > 0) return { instances: [], issues: faults }
  const { sentence, line } = first
  if (sentence.includes('\0')) {
    const message = 'The sentence holds a NUL character.'
    return {
      instances: [],
      issues: [{ line, severity: 'error', code: 'nul-character', message, excerpt: excerptOf(sentence) }],
    }
  }
  const gold = canonicalOpenieGold({ tuples: rows.map(tupleOf) })
  return { instances: [{ text: sentence, gold, labels: [] }], issues: rows.flatMap(gapsIn) }
}

/** What stands twice stands nearest to what stands once: the parts of a statement are neighbours. */
function tupleOf({ sentence, predicate, arguments: parts }: Row): OpenTuple {
  const given = parts.filter((part) => part !== '')
  const once = [predicate, ...given]
    .map((part) => findPart(sentence, part))
    .find(({ length }) => length === 1)
  const near = once?.[0] ?? null
  return {
    predicate: placePart(sentence, predicate, near),
    arguments: given.map((part) => placePart(sentence, part, near)),
  }
}

function gapsIn({ line, sentence, arguments: parts }: Row): LineIssue[] {
  const at = parts.indexOf('')
  if (at < 0) return []
  const message = `Argument ${at + 1} is empty and another follows. It was left out, and the others moved up.`
  return [
    {
      line,
      severity: 'warning',
      code: 'argument-empty',
      message,
      excerpt: excerptOf(sentence),
      params: { value: at + 1 },
    },
  ]
}
