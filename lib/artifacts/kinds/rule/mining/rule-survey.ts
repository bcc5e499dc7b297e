import { LabelConfusions } from '@/lib/artifacts/kinds/rule/mining/label-confusions'
import { edgesOf, type MinedEdge } from '@/lib/artifacts/kinds/rule/mining/mined-words'
import type { MinedInstance } from '@/lib/artifacts/kinds/rule/mining/read-instances'
import type { TrialGround, TriedCorpus } from '@/lib/artifacts/kinds/rule/mining/rule-trial'
import { listMentions, type Mention } from '@/lib/rules/list-mentions'
import { findEdge } from '@/lib/rules/move-edge'
import { moveMarks, type Pair } from '@/lib/rules/move-marks'
import { MARKS, wordLists } from '@/lib/rules/word-lists'
import type { EeGold } from '@/lib/tasks/ee/gold'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { type AskedSchema, isChinese, type Lowered } from '@/lib/tasks/model'
import { type NerGold, type NerSpan, type Reader, readerOf } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'

const ALL = { labels: [] }
/** Under which names corpora say that an event did not, or may not, happen. */
const HEDGES = /speculat|hypothe|negat|uncertain|modality|polarity/i

/**
 * What the first pass learns about a corpus: what there is to ask for, and how often each thing that a rule could be about is there, by
 * label and word. It decides which rules the second pass tries.
 */
export class RuleSurvey {
  readonly mentions = new Map<string, number>()
  readonly confusions = new LabelConfusions()
  private readonly answers = new Map<string, number>()
  private readonly fields = new Map<string, Set<string>>()
  private readonly hits = new Map<string, Map<string, Map<string, number>>>()
  private readonly edges: readonly MinedEdge[]
  /** As they are written, by how they are folded. */
  private readonly pronouns: ReadonlyMap<string, string>
  private readonly form

  constructor(private readonly corpus: TriedCorpus) {
    this.form = findTaskForm(corpus.taskForm)
    this.edges = edgesOf(corpus.language)
    const language = isChinese(corpus.language) ? 'zh' : (corpus.language.split(/[-_]/)[0] ?? '')
    this.pronouns = new Map((wordLists.pronouns[language] ?? []).map((word) => [word.toLowerCase(), word]))
  }

  add({ text, gold }: MinedInstance): void {
    for (const label of this.form.labelsIn(gold)) raise(this.answers, label)
    for (const [label, own] of this.form.fieldsIn(gold)) this.addFields(label, own)
    const { taskForm: form, language } = this.corpus
    const reader = readerOf(text)
    for (const mention of listMentions({ text, gold, form, scope: ALL, language }))
      this.see(text, mention, reader)
    if (form === 'ner') this.seeSpans(reader, (gold as NerGold).spans)
    if (form === 're' || form === 'spo') this.seeRelations(reader, gold as ReGold)
    if (form === 'ee' || form === 'eet' || form === 'eea') this.seeEvents(reader, gold as EeGold)
    if (form === 'tc') this.seeClasses(gold as TcGold)
  }

  /** Everything that the corpus can be asked for, and how often it answers each. */
  ground(): TrialGround {
    const asked: AskedSchema = [...this.answers.keys()]
      .sort()
      .map((label) => ({ label, fields: [...(this.fields.get(label) ?? [])].sort() }))
    return { corpus: this.corpus, asked, answers: this.answers }
  }

  /** Answers of forms that are about no labels are counted as they are lowered. */
  countUnlabelled(lowered: Lowered): void {
    for (const { label, items } of lowered.answer) raise(this.answers, label, items.length)
  }

  /** How often something was seen, by label and then by word. */
  seen(thing: string): ReadonlyMap<string, ReadonlyMap<string, number>> {
    return this.hits.get(thing) ?? new Map()
  }

  labels(): string[] {
    return [...this.answers.keys()]
  }

  /** How often each label is answered. */
  get counts(): ReadonlyMap<string, number> {
    return this.answers
  }

  private addFields(label: string, own: readonly string[]): void {
    const known = this.fields.get(label) ?? new Set()
    for (const field of own) known.add(field)
    this.fields.set(label, known)
  }

  private hit(thing: string, label: string, word: string): void {
    const byLabel = this.hits.get(thing) ?? new Map<string, Map<string, number>>()
    const byWord = byLabel.get(label) ?? new Map<string, number>()
    raise(byWord, word)
    byLabel.set(label, byWord)
    this.hits.set(thing, byLabel)
  }

  private see(text: string, mention: Mention, reader: Reader): void {
    const { label, words } = mention
    raise(this.mentions, label)
    const { taskForm } = this.corpus
    if (taskForm === 'ner' || taskForm === 'kg') this.confusions.see(words, label)
    for (const edge of this.edges) {
      const { inside, outside } = findEdge(text, { mention, reader, edge })
      for (const word of edge.wordsIn(inside)) this.hit(`${edge.name} drop`, label, word)
      for (const word of edge.wordsIn(outside)) this.hit(`${edge.name} include`, label, word)
    }
    for (const pair of MARKS)
      for (const mode of ['include', 'drop'] as const)
        if (moveMarks(text, { mention, reader, mode, pairs: [pair] }) !== 'stays')
          this.hit(`enclosing-marks ${mode}`, label, pair.join('\t'))
    const pronoun = this.pronouns.get(words.toLowerCase())
    if (pronoun) this.hit('pronoun', label, pronoun)
    if (/\p{Ll}/u.test(words) && !/[\p{Lu}\p{Lt}\p{N}]/u.test(words)) this.hit('lower-case', label, '')
  }

  private seeSpans(reader: Reader, spans: readonly NerSpan[]): void {
    const said = new Set<string>()
    for (const [at, span] of spans.entries()) {
      const key = `${span.label}\t${reader.words(span)}`
      if (said.has(key)) this.hit('repeat', span.label, '')
      said.add(key)
      for (let next = at + 1; next < spans.length && spans[next]!.start < span.end; next++)
        this.seeOverlap(span, spans[next]!)
    }
  }

  /** The first begins no later than the second. */
  private seeOverlap(first: NerSpan, second: NerSpan): void {
    const among = first.label === second.label ? 'same-label' : 'any-label'
    const isSame = first.start === second.start && first.end === second.end
    const isNested = second.end <= first.end || first.start === second.start
    if (isSame) this.seeTies([first.label, second.label])
    else this.hit(`${isNested ? 'nested' : 'crossing'} ${among}`, first.label, '')
  }

  private seeRelations(reader: Reader, { entities, relations }: ReGold): void {
    const byEnds = new Map<string, string[]>()
    for (const { type, head, tail } of relations) {
      const key = `${head} ${tail}`
      byEnds.set(key, [...(byEnds.get(key) ?? []), type])
      const [one, other] = [entities[head], entities[tail]]
      if (one && other) this.confusions.see(`${reader.words(one)} → ${reader.words(other)}`, type)
    }
    for (const types of byEnds.values()) this.seeTies(types)
  }

  private seeEvents(reader: Reader, { events }: EeGold): void {
    const byTrigger = new Map<string, string[]>()
    for (const { type, trigger, attributes = {} } of events) {
      for (const [name, value] of Object.entries(attributes))
        if (HEDGES.test(name)) for (const one of [value].flat()) this.hit('hedge', type, `${name}\t${one}`)
      if (!trigger) continue
      this.confusions.see(reader.words(trigger), type)
      const key = JSON.stringify(trigger)
      byTrigger.set(key, [...(byTrigger.get(key) ?? []), type])
    }
    for (const types of byTrigger.values()) this.seeTies(types)
  }

  private seeClasses({ labels }: TcGold): void {
    if (labels.length > 1) this.hit('classes', '', String(labels.length))
    this.seeTies(labels)
  }

  private seeTies(labels: readonly string[]): void {
    const different = [...new Set(labels)].sort()
    for (const [at, one] of different.entries())
      for (const other of different.slice(at + 1)) {
        this.hit('tie', '', `${one}\t${other}`)
        this.confusions.seeBoth(one, other)
      }
  }
}

function raise(counts: Map<string, number>, key: string, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** A pair of marks as the survey counts it. */
export function pairOf(word: string): Pair {
  const [open = '', close = ''] = word.split('\t')
  return [open, close]
}
