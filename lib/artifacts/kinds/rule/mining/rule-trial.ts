import { hash } from 'node:crypto'
import {
  type RuleApplication,
  type RuleEvidence,
  type RuleFigures,
  SAMPLED,
  UNCHANGED,
} from '@/lib/artifacts/kinds/rule/evidence'
import type { MinedInstance } from '@/lib/artifacts/kinds/rule/mining/read-instances'
import { canonicalJson } from '@/lib/platform/hash'
import { type AppliedRule, applyRule, isConcerned } from '@/lib/rules/apply-rule'
import { type AnswerChange, diffAnswers } from '@/lib/rules/diff-answers'
import { listExtents } from '@/lib/tasks/list-extents'
import type { AskedSchema, Lowered, TaskForm } from '@/lib/tasks/model'

export type TriedCorpus = {
  id: string
  name: string
  language: string
  taskForm: TaskForm
  instanceCount: number
}

/** What every trial of one corpus shares: what is asked for (everything), and how often each label is answered. */
export type TrialGround = { corpus: TriedCorpus; asked: AskedSchema; answers: ReadonlyMap<string, number> }

/** The seed of a rule's samples: another when it does another thing, the same when only its words are others. */
export function seedOf({ scope, transform }: AppliedRule): string {
  return hash('sha256', canonicalJson([scope, transform]), 'hex').slice(0, 16)
}

/** A label with less than this share of the answers is rare. */
const RARE = 0.05
const MANY = 3
/** No application is kept with more changed items than this: nobody reads on. */
const SHOWN_ITEMS = 40

type Kept = { rank: number; score: number; application: RuleApplication }

/** Applies one rule to instance after instance and keeps what a reviewer needs: counts, a random sample, the hardest, in bounded memory. */
export class RuleTrial {
  private readonly figures: RuleFigures
  private readonly changedByLabel = new Map<string, number>()
  private readonly sample: Kept[] = []
  private readonly hardest: Kept[] = []
  private readonly unchanged: { rank: number; ordinal: number }[] = []
  private readonly seed: string
  private readonly total: number

  constructor(
    readonly rule: AppliedRule,
    private readonly ground: TrialGround,
  ) {
    this.total = [...ground.answers.values()].reduce((sum, count) => sum + count, 0)
    this.seed = seedOf(rule)
    this.figures = {
      instances: 0,
      answers: this.total,
      concerned: 0,
      touched: 0,
      changed: 0,
    }
  }

  /** `lowered`: the answer without the rule, which all trials of an instance share. */
  add({ ordinal, text, gold }: MinedInstance, lowered: Lowered): void {
    const { taskForm: form, language } = this.ground.corpus
    const instance = { text, gold, form, language }
    this.figures.instances++
    if (!isConcerned(this.rule, instance)) return
    this.figures.concerned++
    const ruled = applyRule(this.rule, { ...instance, asked: this.ground.asked, lowered })
    const changes = ruled.changed ? diffAnswers(lowered, ruled.lowered) : []
    const rank = this.rankOf(ordinal)
    if (changes.length === 0) {
      keepLeast(this.unchanged, { rank, ordinal }, UNCHANGED)
      return
    }
    this.count(changes)
    const why = this.reasonsOf(changes, () => listExtents(form, gold))
    const score = countChanged(changes) + 2 * why.length
    const application = { ordinal, changes: shortened(changes), why }
    keepLeast(this.sample, { rank, score, application }, SAMPLED)
    keepLeast(
      this.hardest,
      { rank, score, application },
      SAMPLED,
      (a, b) => b.score - a.score || a.rank - b.rank,
    )
  }

  evidence(): RuleEvidence {
    const { corpus, answers } = this.ground
    const { id, name, instanceCount } = corpus
    const labels = [...new Set([...answers.keys(), ...this.changedByLabel.keys()])].map((label) => ({
      label,
      answers: answers.get(label) ?? 0,
      changed: this.changedByLabel.get(label) ?? 0,
    }))
    return {
      corpus: { id, name, instances: instanceCount },
      taskForm: corpus.taskForm,
      language: corpus.language,
      figures: { ...this.figures },
      labels: labels.sort((a, b) => b.changed - a.changed || b.answers - a.answers).slice(0, 200),
      seed: this.seed,
      sample: this.sample.map(({ application }) => application),
      hardest: this.hardest.map(({ application }) => application),
      unchanged: this.unchanged.map(({ ordinal }) => ordinal),
    }
  }

  get touched(): number {
    return this.figures.touched
  }

  private count(changes: readonly AnswerChange[]): void {
    this.figures.touched++
    this.figures.changed += countChanged(changes)
    for (const change of changes)
      for (const label of this.labelsOf(change))
        this.changedByLabel.set(label, (this.changedByLabel.get(label) ?? 0) + 1)
  }

  /** The label of each changed item: of a classification, whose answer is one group, the class itself. */
  private labelsOf({ label, before, after }: AnswerChange): string[] {
    const items = before.length > after.length ? before : after
    const isClass = this.ground.corpus.taskForm === 'tc'
    return items.map(({ item }) => (isClass && typeof item === 'string' ? item : label))
  }

  private reasonsOf(
    changes: readonly AnswerChange[],
    extents: () => readonly { start: number; end: number }[],
  ): RuleApplication['why'] {
    const why: RuleApplication['why'] = []
    if (countChanged(changes) >= MANY) why.push('many')
    const places = changes.flatMap(({ before, after }) =>
      [...before, ...after].flatMap(({ place }) => place ?? []),
    )
    if (places.length && isNested(places, extents())) why.push('nested')
    if (changes.flatMap((change) => this.labelsOf(change)).some((label) => this.isRare(label)))
      why.push('rare')
    if (changes.some(({ before, after }) => before.length > after.length)) why.push('lost')
    return why
  }

  private isRare(label: string): boolean {
    return this.ground.answers.size > 1 && (this.ground.answers.get(label) ?? 0) < RARE * this.total
  }

  /** A number that is as good as drawn, and the same for the same rule and instance whenever it is asked for. */
  private rankOf(ordinal: number): number {
    return Number.parseInt(hash('sha256', `${this.seed}/${ordinal}`, 'hex').slice(0, 12), 16)
  }
}

/** How many items of the answer are other than before. */
function countChanged(changes: readonly AnswerChange[]): number {
  const count = (side: 'before' | 'after') => changes.reduce((sum, change) => sum + change[side].length, 0)
  return Math.max(count('before'), count('after'))
}

function shortened(changes: readonly AnswerChange[]): AnswerChange[] {
  return changes.map(({ label, before, after }) => ({
    label,
    before: before.slice(0, SHOWN_ITEMS),
    after: after.slice(0, SHOWN_ITEMS),
  }))
}

type Place = { start: number; end: number }

/** Does a changed place share words with another of the gold, without being the same, or a longer or shorter form of it at one edge? */
function isNested(places: readonly Place[], extents: readonly Place[]): boolean {
  const isEdgeOf = (a: Place, b: Place) => a.start === b.start || a.end === b.end
  return places.some((place) =>
    extents.some((other) => place.start < other.end && other.start < place.end && !isEdgeOf(place, other)),
  )
}

/** Puts one into a sorted list of bounded length: the least stay. */
function keepLeast<Item extends { rank: number }>(
  kept: Item[],
  item: Item,
  most: number,
  compare: (a: Item, b: Item) => number = (a, b) => a.rank - b.rank,
): void {
  if (kept.length === most && compare(item, kept.at(-1)!) >= 0) return
  let at = kept.length
  while (at > 0 && compare(item, kept[at - 1]!) < 0) at--
  kept.splice(at, 0, item)
  if (kept.length > most) kept.pop()
}
