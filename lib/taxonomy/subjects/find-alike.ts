import { plainForm } from '@/lib/corpora/problems/find-label-variants'
import { termsOf } from '@/lib/corpora/survey/text-terms'
import type { AlikeSubject, DescribedSubject } from '@/lib/taxonomy/subjects/model'

const ALIKE_NAMES = 0.5
const ALIKE_SUBTOPICS = 0.5
const FEWEST_SHARED = 3
const FORM_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'the', 'to', 'with'])

type Terms = ReadonlySet<string>
type Weigh = (term: string) => number

/** For each subject the others that may be the same under another name, the likest first. */
export function findAlike(subjects: readonly DescribedSubject[]): AlikeSubject[][] {
  const names = (['en', 'zh'] as const).map((language) =>
    subjects.map(({ name }) => new Set(termsOf(name[language]).filter(isTelling).map(plainForm))),
  )
  const weighs = names.map(weighByRarity)
  const subtopics = subjects.map((subject) => new Set(subject.subtopics.map(plainForm)))
  const alike = subjects.map((): AlikeSubject[] => [])
  for (let one = 0; one < subjects.length; one++)
    for (let other = one + 1; other < subjects.length; other++) {
      const [byName, bySubtopics] = [
        Math.max(...names.map((terms, at) => similarity(terms[one]!, terms[other]!, weighs[at]!))),
        sharedOf(subtopics[one]!, subtopics[other]!).length < FEWEST_SHARED
          ? 0
          : similarity(subtopics[one]!, subtopics[other]!, () => 1),
      ]
      const found =
        byName >= ALIKE_NAMES
          ? ({ why: 'name', similarity: byName } as const)
          : bySubtopics >= ALIKE_SUBTOPICS
            ? ({ why: 'subtopics', similarity: bySubtopics } as const)
            : undefined
      if (!found) continue
      alike[one]!.push({ other, ...found })
      alike[other]!.push({ other: one, ...found })
    }
  return alike.map((list) => list.toSorted((a, b) => b.similarity - a.similarity || a.other - b.other))
}

const isTelling = (term: string) => !FORM_WORDS.has(term)

/** A word that many names have, such as that of the discipline itself, says little. */
function weighByRarity(names: readonly Terms[]): Weigh {
  const counts = new Map<string, number>()
  for (const terms of names) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log((names.length + 1) / counts.get(term)!)
}

/** Jaccard, each term by its weight. */
function similarity(one: Terms, other: Terms, weigh: Weigh): number {
  const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + weigh(term), 0)
  const shared = sum(sharedOf(one, other))
  const all = sum(one) + sum(other) - shared
  return all > 0 ? shared / all : 0
}

function sharedOf(one: Terms, other: Terms): string[] {
  return [...one].filter((term) => other.has(term))
}
