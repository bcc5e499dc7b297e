import { checkText } from '@/lib/corpora/formats/check-text'
import { placeWords } from '@/lib/corpora/formats/place-words'
import {
  type ConceptRelation,
  type Mention,
  parseMention,
  parseRelation,
  parseText,
} from '@/lib/corpora/formats/pubtator/schema'
import { error, type Fault, reportFaults, warning } from '@/lib/corpora/formats/report-faults'
import { excerptOf, type Reading } from '@/lib/corpora/model'
import type { TaskForm } from '@/lib/tasks/model'
import { canonicalNerGold, labelSchema } from '@/lib/tasks/ner/gold'
import { canonicalReGold, type Entity, type Relation } from '@/lib/tasks/re/gold'

type Written = { line: number; written: string }
type Article = { id: string; text: string; mentions: Mention[]; relations: ConceptRelation[] }

/** The lines of an article become an instance, or are refused with the line that is wrong. */
export function mapInstance(lines: readonly Written[], taskForm: TaskForm): Reading {
  const faults: Fault[] = []
  const article = readArticle(lines, faults)
  faults.push(...checkText(article.text))
  const placed = article.mentions.flatMap((one) => placeMention(article.text, one, faults))
  const place = { line: lines[0]!.line, written: lines[0]!.written }
  const made = taskForm === 'ner' ? null : relate(placed, article.relations, faults)
  if (faults.some(({ severity }) => severity === 'error'))
    return { instances: [], issues: reportFaults(faults, place) }
  const { text, id } = article
  const concepts = placed.filter((one) => one.concepts.length > 0)
  const ids = [...new Set(concepts.map((one) => `${one.concepts.join('|')} ${one.words}`))]
  const meta = { id, ...(ids.length > 0 && { concepts: ids }) }
  if (made)
    return {
      instances: [{ text, gold: made, labels: made.relations.map(({ type }) => type), meta }],
      issues: reportFaults(faults, place),
    }
  if (article.relations.length > 0) faults.push(keptBeside(article.relations.length))
  const gold = canonicalNerGold(placed.map(({ start, end, type }) => ({ start, end, label: type })))
  const beside = article.relations.map(({ type, head, tail }) => `${type} ${head} ${tail}`)
  const kept = beside.length > 0 ? { ...meta, relations: beside } : meta
  const labels = gold.spans.map(({ label }) => label)
  return { instances: [{ text, gold, labels, meta: kept }], issues: reportFaults(faults, place) }
}

function keptBeside(count: number): Fault {
  return warning(
    'kept-beside',
    `The task form has no place for ${count} relations. They are kept beside the text.`,
  )
}

/** Title and abstract are one text with a space between, and offsets count through both. */
function readArticle(lines: readonly Written[], faults: Fault[]): Article {
  const article: Article = { id: '', text: '', mentions: [], relations: [] }
  const texts: string[] = []
  for (const { line, written } of lines) {
    const text = parseText(written)
    const mention = text ? null : parseMention(line, written)
    const relation = text || mention ? null : parseRelation(line, written)
    if (text) {
      article.id ||= text.id
      texts.push(text.text)
    } else if (mention) article.mentions.push(mention)
    else if (relation) article.relations.push(relation)
    else
      faults.push(
        error(
          'span-malformed',
          `Line ${line}: “${excerptOf(written)}” is neither a mention nor a relation.`,
          {
            at: `${line}`,
          },
        ),
      )
  }
  if (texts.length === 0) faults.push(error('text-missing', `Line ${lines[0]!.line}: no title stands here.`))
  return { ...article, text: texts.join(' ').trimEnd() }
}

function placeMention(text: string, mention: Mention, faults: Fault[]): Mention[] {
  const { line, start, end, words, type } = mention
  const said = labelSchema.safeParse(type)
  if (!said.success) faults.push(error('label-empty', `Line ${line}: “${excerptOf(type)}” is no label.`))
  const found = placeWords(text, { start, end, words: words || undefined, counts: 'points' })
  if (!found) {
    const message = `Line ${line}: “${excerptOf(words)}” does not stand at ${start}, nor once elsewhere in the text.`
    faults.push(error('words-absent', message, { at: `${line}`, words: excerptOf(words) }))
    return []
  }
  if (found.isMoved)
    faults.push(
      warning('words-moved', `Line ${line}: “${excerptOf(words)}” was moved to where it stands.`, {
        at: `${line}`,
      }),
    )
  return [{ ...mention, start: found.start, end: found.end }]
}

/** All mentions of a concept are one entity; a mention that names none, or several, is one by itself. */
function relate(mentions: readonly Mention[], given: readonly ConceptRelation[], faults: Fault[]) {
  const entities: Entity[] = []
  const places = new Map<string, number>()
  for (const { start, end, type, concepts } of mentions) {
    const name = concepts.length === 1 ? concepts[0]! : undefined
    const known = name === undefined ? undefined : places.get(name)
    if (known !== undefined && entities[known]!.label === type) addMention(entities[known]!, start, end)
    else {
      for (const concept of concepts) if (!places.has(concept)) places.set(concept, entities.length)
      entities.push({ start, end, label: type })
    }
  }
  const relations = given.flatMap((one): Relation[] => {
    const [head, tail] = [one.head, one.tail].map((id) => places.get(id))
    if (head !== undefined && tail !== undefined) return [{ type: one.type, head, tail }]
    const missing = head === undefined ? one.head : one.tail
    const message = `Line ${one.line}: no mention names the concept ${excerptOf(missing)}.`
    faults.push(error('relation-dangling', message, { at: `${one.line}`, id: excerptOf(missing) }))
    return []
  })
  return canonicalReGold({ entities, relations })
}

function addMention(entity: Entity, start: number, end: number): void {
  if (entity.start === start && entity.end === end) return
  entity.also = [...(entity.also ?? []), [start, end]]
}
