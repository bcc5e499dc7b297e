import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import type { Emit } from '@/lib/artifacts/kinds/guideline/mining/observation'
import { detached, type UnitSpan, unitSpans } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import {
  type RelationItem,
  relationItems,
} from '@/lib/artifacts/kinds/guideline/mining/relations/read-relations'
import { wordsIn } from '@/lib/artifacts/kinds/guideline/mining/words-in'
import type { Script } from '@/lib/tasks/model'
import type { ReGold } from '@/lib/tasks/re/gold'

/** As many words between two ends still say what they have to do with each other. */
const NEAR = 8
const FAR = 25

/** Notices the ends of relations, their types and order, the words between them, and what else the same ends carry. */
export function lookAtRelations(script: Script): FirstLook {
  return (instance, emit) => {
    const items = relationItems(instance)
    const entities = unitSpans(instance.text, (instance.gold as ReGold).entities)
    const told = new Set<string>()
    for (const item of items) {
      observeEnds(item, emit)
      observeBetween(item, { text: instance.text, script, entities, told }, emit)
      observeCompanions(item, items, emit)
    }
    return items
  }
}

function observeEnds(item: RelationItem, emit: Emit): void {
  const { from, to, mention } = item
  emit(item, { section: 'frequent', key: mention })
  emit(item, { section: 'ends', key: `head\t${from.mention}` })
  emit(item, { section: 'ends', key: `tail\t${to.mention}` })
  if (from.entity.label || to.entity.label)
    emit(item, { section: 'types', key: `${from.entity.label}\t${to.entity.label}` })
}

type Passage = {
  text: string
  script: Script
  entities: readonly UnitSpan[]
  /** Labels with words that were counted: those of one text count once, however many pairs they stand between. */
  told: Set<string>
}

function observeBetween(item: RelationItem, { text, script, entities, told }: Passage, emit: Emit): void {
  const [first, second] = item.from.start <= item.to.start ? [item.from, item.to] : [item.to, item.from]
  if (second.start < first.end) {
    emit(item, { section: 'order', key: 'nested' })
    return
  }
  emit(item, { section: 'order', key: first === item.from ? 'head-first' : 'tail-first' })
  const between = text.slice(first.end, second.start)
  const { tokens } = wordsIn(between, script)
  emit(item, { section: 'lengths', key: String(tokens.length) })
  if (tokens.length > 0 && tokens.length <= NEAR)
    emit(item, { section: 'between', key: detached(between.replace(/\s+/g, ' ').trim()) })
  if (tokens.length > FAR) return
  for (const word of wordsIn(blanked(between, { from: first.end, entities }), script).words) {
    if (told.has(`${item.label}\t${word}`)) continue
    told.add(`${item.label}\t${word}`)
    emit(item, { section: 'words', key: word })
  }
}

/** A passage without the names in it: they say nothing about what joins the two ends. */
function blanked(
  passage: string,
  { from, entities }: { from: number; entities: readonly UnitSpan[] },
): string {
  let left = passage
  for (const { start, end } of entities) {
    const [first, last] = [Math.max(0, start - from), Math.min(passage.length, end - from)]
    if (first < last) left = `${left.slice(0, first)}${'|'.repeat(last - first)}${left.slice(last)}`
  }
  return left
}

function observeCompanions(item: RelationItem, items: readonly RelationItem[], emit: Emit): void {
  const seen = new Set<string>()
  for (const other of items) {
    if (other === item) continue
    const kind = companionKind(item, other)
    if (kind && seen.size < 40) seen.add(`${kind}\t${other.label}`)
  }
  for (const key of seen) emit(item, { section: 'companions', key })
}

function companionKind({ label, from, to }: RelationItem, other: RelationItem): string | null {
  if (from === other.from && to === other.to) return 'same-pair'
  if (from === other.to && to === other.from) return 'reversed'
  if (label !== other.label) return null
  if (from === other.from) return 'same-head'
  return to === other.to ? 'same-tail' : null
}
