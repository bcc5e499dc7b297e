import { type KnownShape, knownShapes } from '@/lib/corpora/formats/mapping/gather/known-shapes'
import { type Step, writePath } from '@/lib/corpora/formats/mapping/gather/model'
import { selectValues } from '@/lib/corpora/formats/mapping/gather/select-values'
import { tryMapping } from '@/lib/corpora/formats/mapping/gather/try-mapping'
import { type Mapping, mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { isObject } from '@/lib/corpora/formats/model'

/** A value that several records have at one path; `keys` are its own words on the way, `list` the path of the list it is in. */
type Leaf = { path: string; list: string; inner: string; name: string; sample: unknown; length: number }

const words = {
  text: 'text sentence sentences content context passage paragraph document body raw utterance utt article review senttext 文本 句子 内容 原文 正文'.split(
    ' ',
  ),
  tokens: 'tokens words token sentence_tokens tokenized_text'.split(' '),
  start:
    'start begin start_offset from start_char begin_offset char_start offset start_idx start_index'.split(
      ' ',
    ),
  end: 'end stop end_offset to end_char finish char_end end_idx end_index'.split(' '),
  label:
    'label labels type tag category class entity_group entity_type ner_label intent topic sentiment 标签 类别'.split(
      ' ',
    ),
  words: 'text word surface mention entity span value content name 实体'.split(' '),
  head: 'head subject subj source from from_id h arg1 e1 主体'.split(' '),
  tail: 'tail object obj target to to_id t arg2 e2 child 客体'.split(' '),
  relation: 'relation predicate type label rel relation_type 关系'.split(' '),
  eventType: 'event_type type label event 事件类型'.split(' '),
  question: 'question query q 问题'.split(' '),
  answers: 'answers answer a response 答案'.split(' '),
  options: 'options choices candidates 选项'.split(' '),
  instruction: 'instruction prompt request 指令'.split(' '),
  output: 'output response completion answer 输出 回复'.split(' '),
  turns: 'messages conversations conversation dialogue turns'.split(' '),
}

/**
 * What a mapping of such records most likely is: of a shape that is known, or else from the names of their keys, with offsets
 * counted in the way that fits the texts. A person sees it and says what is wrong.
 */
export function suggestMapping(records: readonly unknown[]): Mapping {
  const first = records.slice(0, TRIED)
  const known = knownShapes.find((shape) => fits(first, shape))
  if (!known) return countOffsets(first, guessMapping(first))
  const mapping = mappingSchema.parse(known.mapping)
  return countOffsets(first, mapping, [mapping])
}

const TRIED = 20

/** Is a file of this shape, so that nobody has to say it? */
export function isKnownShape(records: readonly unknown[]): boolean {
  return knownShapes.some((shape) => fits(records.slice(0, TRIED), shape))
}

/** Is the text called what texts are called, and not only the longest that there is? */
export function isTextNamed({ text, tokens, taskForm }: Mapping): boolean {
  const name = text?.split('.').at(-1)?.toLowerCase() ?? ''
  return text === undefined ? tokens !== undefined || taskForm === 'general' : words.text.includes(name)
}

/** Half of the first records have all of its paths. */
function fits(records: readonly unknown[], { needs }: KnownShape): boolean {
  const fitting = records.filter((value) =>
    needs.every((path) => selectValues({ value, place: '', met: [] }, path).length > 0),
  )
  return fitting.length * 2 > records.length
}

/** The reading of the offsets that leaves the fewest doubts; where there are none, they count characters up to the end. */
function countOffsets(
  records: readonly unknown[],
  mapping: Mapping,
  usual: readonly Mapping[] = [],
): Mapping {
  const { spans, relations, events, questions } = mapping
  const counted = [spans?.end, relations?.headEnd, events?.triggerEnd, events?.argumentEnd, questions?.end]
  if (!counted.some(Boolean)) return mapping
  const units = mapping.tokens ? (['token', 'code-point'] as const) : (['code-point', 'token'] as const)
  const choices = [...usual, ...units.flatMap((unit) => bothEnds({ ...mapping, offsets: unit }))]
  const tried = choices.map((choice) => ({ choice, ...tryMapping(records, choice) }))
  return tried.reduce((best, one) => (one.clean > best.clean ? one : best)).choice
}

function bothEnds(mapping: Mapping): Mapping[] {
  return [false, true].map((inclusive) => ({ ...mapping, inclusive }))
}

function guessMapping(records: readonly unknown[]): Mapping {
  const all = leavesOf(records)
  const asked = find(all, words.question)?.path
  const leaves = all.filter(({ path }) => path !== asked)
  const named = find(leaves, words.text, isTop)?.path
  const tokens = named === undefined ? find(leaves, words.tokens, isString)?.list : undefined
  const text = named ?? (tokens ? undefined : longest(leaves)?.path)
  const known = [eventsOf(leaves), relationsOf(leaves), spansOf(leaves)].find((one) => one !== null)
  const found = known ?? questionsOf(all) ?? instructionsOf(all) ?? classesOf(leaves, text)
  return mappingSchema.parse({ ...(text ? { text } : tokens ? { tokens } : {}), ...found })
}

const isTop = ({ list, sample }: Leaf) => list === '' && typeof sample === 'string'
const isString = ({ sample }: Leaf) => typeof sample === 'string'

function find(leaves: readonly Leaf[], names: readonly string[], test: (leaf: Leaf) => boolean = () => true) {
  for (const name of names) {
    const found = leaves.find((leaf) => leaf.name.toLowerCase() === name && test(leaf))
    if (found) return found
  }
  return undefined
}

function longest(leaves: readonly Leaf[]): Leaf | undefined {
  return leaves.filter(isTop).toSorted((a, b) => b.length - a.length)[0]
}

function listsOf(leaves: readonly Leaf[]): string[] {
  return [...new Set(leaves.map(({ list }) => list).filter((list) => list !== ''))]
}

type Suggestion = Record<string, unknown> | null

function spansOf(leaves: readonly Leaf[]): Suggestion {
  for (const list of listsOf(leaves)) {
    const own = leaves.filter((leaf) => leaf.list === list)
    const isNumber = ({ sample }: Leaf) => typeof sample === 'number'
    const [start, end] = [find(own, words.start, isNumber), find(own, words.end, isNumber)]
    const label = find(own, words.label)
    if (!start || !end || !label) continue
    const said = find(own, words.words, (leaf) => typeof leaf.sample === 'string' && leaf !== label)
    const spans = { list, label: label.inner, start: start.inner, end: end.inner, text: said?.inner }
    return { taskForm: 'ner', spans }
  }
  return null
}

function relationsOf(leaves: readonly Leaf[]): Suggestion {
  for (const list of listsOf(leaves)) {
    const own = leaves.filter((leaf) => leaf.list === list)
    const [head, tail, type] = [find(own, words.head), find(own, words.tail), find(own, words.relation)]
    if (!head || !tail || !type || head === type || tail === type) continue
    const spans = spansOf(leaves.filter((leaf) => leaf.list !== list))?.spans as object | undefined
    const id =
      spans &&
      find(
        leaves.filter((leaf) => leaf.list !== list),
        ['id'],
        (leaf) => leaf.list !== '',
      )
    const relations = { list, type: type.inner, head: head.inner, tail: tail.inner }
    return { taskForm: 're', relations, spans: spans && { ...spans, id: id?.inner } }
  }
  return null
}

function eventsOf(leaves: readonly Leaf[]): Suggestion {
  const list = listsOf(leaves).find((one) => /event[a-z_]*\[\]$/i.test(one))
  const own = leaves.filter((leaf) => leaf.list === list)
  const type = find(own, words.eventType)
  if (!list || !type) return null
  return {
    taskForm: 'ee',
    events: { list, type: type.inner, trigger: find(own, ['trigger', '触发词'])?.inner },
  }
}

function questionsOf(leaves: readonly Leaf[]): Suggestion {
  const question = find(leaves, words.question)
  if (!question) return null
  const own = leaves.filter((leaf) => leaf.path.startsWith(question.list))
  const answers = find(own, words.answers) ?? own.find(({ path }) => /answers?\[?\]?\.text$/.test(path))
  const relative = (leaf: Leaf | undefined) =>
    leaf && (question.list === '' ? leaf.path : leaf.path.slice(question.list.length).replace(/^\./, ''))
  const questions = {
    list: question.list || undefined,
    question: question.inner,
    answers: relative(answers),
    options: relative(find(own, words.options)),
  }
  return { taskForm: 'mrc', questions }
}

function instructionsOf(leaves: readonly Leaf[]): Suggestion {
  const list = listsOf(leaves).find((one) => words.turns.includes(one.replace(/\[\]$/, '').toLowerCase()))
  if (list) return { taskForm: 'general', turns: { list } }
  const [instruction, output] = [find(leaves, words.instruction, isTop), find(leaves, words.output, isTop)]
  if (!instruction || !output) return null
  const input = find(leaves, ['input', '输入'], isTop)?.path
  return { taskForm: 'general', instruction: instruction.path, output: output.path, input }
}

function classesOf(leaves: readonly Leaf[], text: string | undefined): Record<string, unknown> {
  const label = find(leaves, words.label, ({ path }) => path !== text)
  return { taskForm: 'tc', labels: label?.path }
}

const MOST_DEPTH = 6
const MOST_ITEMS = 3

/** Every value that is no list or object, once for its path. */
function leavesOf(records: readonly unknown[]): Leaf[] {
  const found = new Map<string, Leaf>()
  const visit = (value: unknown, steps: readonly Step[]): void => {
    if (value === null || steps.length > MOST_DEPTH) return
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MOST_ITEMS)) visit(item, [...steps, { every: 'item' }])
    } else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value)) visit(inner, [...steps, key])
    } else addLeaf(found, value, steps)
  }
  for (const record of records) visit(record, [])
  return [...found.values()]
}

function addLeaf(found: Map<string, Leaf>, sample: unknown, steps: readonly Step[]): void {
  const path = writePath(steps)
  const length = String(sample).length
  const known = found.get(path)
  if (known) {
    known.length = Math.max(known.length, length)
    return
  }
  const last = steps.findLastIndex((step) => typeof step === 'object')
  const name = steps.findLast((step) => typeof step === 'string') ?? ''
  const list = writePath(steps.slice(0, last + 1))
  found.set(path, { path, list, inner: writePath(steps.slice(last + 1)) || '.', name, sample, length })
}
