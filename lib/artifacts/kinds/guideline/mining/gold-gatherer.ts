import { CLAIM_REFS, COUNT_REFS, type MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import {
  type FormMiner,
  type LaterSection,
  laterSections,
  type SecondLook,
} from '@/lib/artifacts/kinds/guideline/mining/form-miner'
import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import { MentionGathering, refOf } from '@/lib/artifacts/kinds/guideline/mining/mention-gathering'
import type { Section } from '@/lib/artifacts/kinds/guideline/mining/observation'
import { type LabelPlan, MOST, planGathering } from '@/lib/artifacts/kinds/guideline/mining/plan-gathering'
import type { GoldInstance, UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { WordWeights } from '@/lib/artifacts/kinds/guideline/mining/word-weights'
import type { Script } from '@/lib/tasks/model'

type Gatherings = Map<string, MentionGathering>
const SAMPLE = 60

/** What the second pass gathers: for each planned key its exact count and its first mentions. */
export class GoldGatherer {
  readonly weights: WordWeights
  private readonly plan: Map<string, LabelPlan>
  private readonly planned = new Map<string, Map<Section, Gatherings>>()
  private readonly later = new Map<LaterSection, Map<string, Gatherings>>(
    laterSections.map((section) => [section, new Map()]),
  )
  private readonly samples = new Map<string, { every: number; seen: number; refs: MentionRef[] }>()
  private readonly firstLook: FirstLook
  private readonly secondLook: SecondLook
  private readonly mostRefs: number

  constructor(of: {
    miner: FormMiner
    look: FirstLook
    script: Script
    survey: GoldSurvey
    labels: string[]
  }) {
    const { miner, script, survey, labels } = of
    this.firstLook = of.look
    this.mostRefs = Math.min(
      CLAIM_REFS,
      Math.max(20, Math.floor((CLAIM_REFS * 40) / Math.max(1, labels.length))),
    )
    this.weights = new WordWeights(survey)
    this.plan = planGathering(survey, { labels, weights: this.weights })
    for (const [label, plan] of this.plan) {
      for (const [section, keys] of plan.keys) for (const key of keys) this.expect(label, { section, key })
      for (const mention of plan.ambiguous)
        for (const other of survey.labels())
          if (survey.countsOf(other, 'frequent').has(mention))
            this.expect(other, { section: 'frequent', key: mention })
      const every = Math.max(1, Math.ceil(survey.totalsOf(label).mentions / SAMPLE))
      this.samples.set(label, { every, seen: 0, refs: [] })
    }
    // Words of labels that are not drafted now tell the others from them all the same.
    for (const other of survey.labels())
      for (const { word } of this.plan.has(other) ? [] : this.weights.standingOut(other, MOST.words))
        this.expect(other, { section: 'words', key: word })
    const sought = [...this.plan].map(([label, plan]) => ({ label, mentions: plan.sought }))
    this.secondLook = miner.secondLook({ script, survey, labels, sought })
  }

  add(instance: GoldInstance): void {
    const items = this.firstLook(instance, (item, { section, key, wider, mention, tail }) => {
      const gathering = this.planned.get(item.label)?.get(section)?.get(key)
      if (!gathering) return
      const { start, end } = item
      const place = { start, end, mention: mention ?? item.mention, tail: tail ?? item.tail }
      gathering.add(instance, { ...place, wider })
    })
    for (const item of items) this.sample(instance, item)
    this.secondLook(instance, items, (label, { section, key, place }) =>
      this.gathering(this.later.get(section)!, label, key).add(instance, place),
    )
  }

  /** What was gathered of one section for a label, by key. Keys that nothing was found of are left out. */
  of(label: string, section: Section | LaterSection): [string, MentionGathering][] {
    const later = this.later.get(section as LaterSection)
    const found = later ? later.get(label) : this.planned.get(label)?.get(section as Section)
    return [...(found ?? [])]
      .filter(([, gathering]) => gathering.count > 0)
      .sort(([, a], [, b]) => MentionGathering.compare(a, b))
  }

  ambiguous(label: string): string[] {
    return this.plan.get(label)?.ambiguous ?? []
  }

  sampleOf(label: string): MentionRef[] {
    return this.samples.get(label)?.refs ?? []
  }

  private expect(label: string, { section, key }: { section: Section; key: string }): void {
    const ofLabel = this.planned.get(label) ?? new Map<Section, Gatherings>()
    this.planned.set(label, ofLabel)
    const ofSection: Gatherings = ofLabel.get(section) ?? new Map()
    ofLabel.set(section, ofSection)
    if (!ofSection.has(key)) ofSection.set(key, new MentionGathering(this.mostRefs))
  }

  /** What the second look finds is not known before, so its gatherings are made when first needed and kept small. */
  private gathering(of: Map<string, Gatherings>, label: string, key: string): MentionGathering {
    const ofLabel: Gatherings = of.get(label) ?? new Map()
    of.set(label, ofLabel)
    const found = ofLabel.get(key) ?? new MentionGathering(Math.min(COUNT_REFS, this.mostRefs))
    ofLabel.set(key, found)
    return found
  }

  private sample(instance: GoldInstance, span: UnitSpan): void {
    const sample = this.samples.get(span.label)
    if (sample && sample.seen++ % sample.every === 0) sample.refs.push(refOf(instance, span))
  }
}
