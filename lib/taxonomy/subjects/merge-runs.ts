import type { NodeName } from '@/lib/artifacts/kinds/node/content'
import { plainForm } from '@/lib/corpora/problems/find-label-variants'
import { findAlike } from '@/lib/taxonomy/subjects/find-alike'
import type { DescribedSubject, MergedSubject, SaidSubject } from '@/lib/taxonomy/subjects/model'

/**
 * One list of what several runs say of a discipline: what has the same name in either language is one subject, and what most runs say
 * stands first. What only looks alike stays apart and is told, for people to merge.
 */
export function mergeRuns(runs: readonly (readonly DescribedSubject[])[]): MergedSubject[] {
  const said = runs.flatMap((subjects, run) =>
    subjects.map((subject, at): SaidSubject => ({ run, at, subject })),
  )
  const merged = groupByName(said)
    .map((group) => ({ subject: chooseWords(group), said: group }))
    .sort((a, b) => countRuns(b.said) - countRuns(a.said))
  const alike = findAlike(merged.map(({ subject }) => subject))
  return merged.map((one, at) => ({ ...one, alike: alike[at]! }))
}

/** Groups in the order in which their first was said. */
function groupByName(said: readonly SaidSubject[]): SaidSubject[][] {
  const groups: SaidSubject[][] = []
  const byName = new Map<string, SaidSubject[]>()
  for (const one of said) {
    const known = formsOf(one.subject.name).map((name) => byName.get(name))
    const [group = [], ...others] = new Set(known.filter((found) => found !== undefined))
    if (group.length === 0) groups.push(group)
    // It has the English name of one and the Chinese name of another: all three are one.
    for (const other of others) group.push(...groups.splice(groups.indexOf(other), 1)[0]!)
    group.push(one)
    for (const { subject } of group) for (const name of formsOf(subject.name)) byName.set(name, group)
  }
  return groups.map((group) => group.toSorted((a, b) => a.run - b.run || a.at - b.at))
}

/** The name in each language without what writers vary. */
function formsOf({ en, zh }: NodeName): string[] {
  const forms = [plainForm(en.replace(/&/g, ' and ').replace(/^\s*the\s/i, '')), plainForm(zh)]
  return forms.flatMap((form, at) => (form === '' ? [] : [`${at} ${form}`]))
}

/** Of those at the level that most give it, the one with the most subtopics. */
function chooseWords(group: readonly SaidSubject[]): DescribedSubject {
  const times = (level: string) => group.filter(({ subject }) => subject.level === level).length
  const [best] = group.toSorted(
    (a, b) =>
      times(b.subject.level) - times(a.subject.level) ||
      b.subject.subtopics.length - a.subject.subtopics.length,
  )
  return best!.subject
}

function countRuns(said: readonly SaidSubject[]): number {
  return new Set(said.map(({ run }) => run)).size
}
