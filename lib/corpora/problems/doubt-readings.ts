import type { NewInstance, ReadInstances } from '@/lib/corpora/model'
import { judgeText } from '@/lib/corpora/problems/judge-text'
import { placeIssues } from '@/lib/corpora/problems/model'
import type { ProblemKind } from '@/lib/corpora/survey/model'

/** An instance of a file with its place in it. */
export type Placed = { ordinal: number; line: number; text: string; gold: unknown }
export type Doubt = { kind: ProblemKind; instances: number; groups: number; examples: Placed[] }

const EXAMPLES = 3
const LONGEST_EXAMPLE = 4_000

type Group = { count: number; examples: Placed[] }
type Asked = Group & { answered: Map<string, Group> }

/**
 * Looks at readings as they come and says what a survey would doubt about them: duplicates, texts that say nothing, answers whose
 * place is not where the source says. The same rules as in `find-in-database`, for what fits into memory.
 */
export function doubtReadings() {
  const asked = new Map<string, Asked>()
  const flagged = new Map<string, Group>()
  const poor = new Map<string, Group>()
  return {
    add(reading: ReadInstances, lastOrdinal: number): void {
      const first = lastOrdinal - reading.instances.length + 1
      const placed = reading.instances.map(({ text, gold }, i) => ({
        ...{ ordinal: first + i, line: reading.line, text, gold },
      }))
      for (const [i, one] of placed.entries()) {
        addAsked(asked, one)
        const fault = judgeText(one.text, { labelled: reading.instances[i]!.labels.length > 0 })
        if (fault) addTo(poor, fault, one)
      }
      for (const [code, one] of flagsOf(reading, placed)) addTo(flagged, code, one)
    },
    found(): Doubt[] {
      const repeated = [...asked.values()].filter(({ count }) => count > 1)
      const exact = repeated.flatMap(({ answered }) =>
        [...answered.values()].filter(({ count }) => count > 1),
      )
      const conflicting = repeated.filter(({ answered }) => answered.size > 1)
      return [
        doubt('exact-duplicate', exact),
        doubt('conflicting-duplicate', conflicting.map(oneOfEach)),
        doubt('flagged-answer', [...flagged.values()]),
        doubt('poor-text', [...poor.values()]),
      ].filter(({ instances }) => instances > 0)
    },
  }
}

function addAsked(asked: Map<string, Asked>, one: Placed): void {
  const { question = '', options = '' } = one.gold as { question?: string; options?: unknown }
  const key = JSON.stringify([one.text, question, options])
  const group = asked.get(key) ?? { count: 0, examples: [], answered: new Map() }
  if (group.count++ === 0) asked.set(key, group)
  addTo(group.answered, JSON.stringify(one.gold), one)
}

function addTo(groups: Map<string, Group>, key: string, one: Placed): void {
  const group = groups.get(key) ?? { count: 0, examples: [] }
  if (group.count++ === 0) groups.set(key, group)
  if (group.examples.length < EXAMPLES && one.text.length <= LONGEST_EXAMPLE) group.examples.push(one)
}

/** Of a text with different gold, one instance for each gold. */
function oneOfEach({ count, answered }: Asked): Group {
  return { count, examples: [...answered.values()].flatMap(({ examples }) => examples.slice(0, 1)) }
}

function doubt(kind: ProblemKind, groups: readonly Group[]): Doubt {
  const instances = groups.reduce((sum, { count }) => sum + count, 0)
  const examples = groups.find((group) => group.examples.length > 0)?.examples.slice(0, EXAMPLES) ?? []
  return { kind, instances, groups: groups.length, examples }
}

const QUOTED = 120

/** A remark belongs to every instance of its record; of several questions, to the one that it quotes. */
function* flagsOf({ issues, instances }: ReadInstances, placed: readonly Placed[]) {
  for (const { code, severity, excerpt } of issues) {
    if (severity !== 'warning' || !placeIssues.includes(code)) continue
    const quoted = excerpt.replace(/…+$/, '').slice(0, QUOTED)
    for (const [i, one] of placed.entries()) {
      const question = questionOf(instances[i]!)
      if (question === null || question.slice(0, QUOTED) === quoted) yield [code, one] as const
    }
  }
}

function questionOf({ gold }: NewInstance): string | null {
  const { question } = gold as { question?: unknown }
  return typeof question === 'string' ? question : null
}
