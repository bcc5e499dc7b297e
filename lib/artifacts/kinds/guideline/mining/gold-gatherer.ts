import { CLAIM_REFS, COUNT_REFS, type MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import { MentionGathering, refOf } from '@/lib/artifacts/kinds/guideline/mining/mention-gathering'
import { MentionLexicon, standing } from '@/lib/artifacts/kinds/guideline/mining/mention-lexicon'
import type { Section } from '@/lib/artifacts/kinds/guideline/mining/observation'
import { GoldObserver } from '@/lib/artifacts/kinds/guideline/mining/observe-gold'
import { type LabelPlan, planGathering } from '@/lib/artifacts/kinds/guideline/mining/plan-gathering'
import { type GoldInstance, type UnitSpan, unitSpans } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import type { Script } from '@/lib/tasks/model'

type Gatherings = Map<string, MentionGathering>
const SAMPLE = 60

/** What the second pass gathers: for each planned key its exact count and its first mentions. */
export class GoldGatherer {
  private readonly plan: Map<string, LabelPlan>
  private readonly planned = new Map<string, Map<Section, Gatherings>>()
  private readonly unmarked = {
    unlabelled: new Map<string, Gatherings>(),
    covered: new Map<string, Gatherings>(),
  }
  private readonly samples = new Map<string, { every: number; seen: number; refs: MentionRef[] }>()
  private readonly lexicon: MentionLexicon
  private readonly observer: GoldObserver
  private readonly mostRefs: number

  constructor({ script, survey, labels }: { script: Script; survey: GoldSurvey; labels: string[] }) {
    this.observer = new GoldObserver(script)
    this.mostRefs = Math.min(
      CLAIM_REFS,
      Math.max(20, Math.floor((CLAIM_REFS * 40) / Math.max(1, labels.length))),
    )
    this.plan = planGathering(survey, labels)
    for (const [label, plan] of this.plan) {
      for (const [section, keys] of plan.keys) for (const key of keys) this.expect(label, { section, key })
      for (const mention of plan.ambiguous)
        for (const other of survey.labels())
          if (survey.countsOf(other, 'frequent').has(mention))
            this.expect(other, { section: 'frequent', key: mention })
      const every = Math.max(1, Math.ceil(survey.totalsOf(label).mentions / SAMPLE))
      this.samples.set(label, { every, seen: 0, refs: [] })
    }
    const sought = [...this.plan].map(([label, plan]) => ({ label, mentions: plan.sought }))
    this.lexicon = new MentionLexicon(script, sought)
  }

  add(instance: GoldInstance): void {
    const spans = unitSpans(instance)
    this.observer.observe(instance.text, spans, (span, { section, key, wider }) => {
      if (section === 'frequent') this.sample(instance, span)
      const gathering = this.planned.get(span.label)?.get(section)?.get(key)
      if (!gathering) return
      const { start, end, mention } = span
      gathering.add(instance, { start, end, mention, wider })
    })
    for (const occurrence of this.lexicon.occurrences(instance.text)) {
      const found = standing(occurrence, spans)
      const { label, mention } = occurrence
      if (found?.kind === 'unlabelled')
        this.gathering(this.unmarked.unlabelled, label, mention).add(instance, occurrence)
      if (found?.kind === 'covered')
        this.gathering(this.unmarked.covered, label, found.by.label).add(instance, {
          ...occurrence,
          wider: found.by,
        })
    }
  }

  /** What was gathered of one section for a label, by key. Keys that nothing was found of are left out. */
  of(label: string, section: Section | 'unlabelled' | 'covered'): [string, MentionGathering][] {
    const isUnmarked = section === 'unlabelled' || section === 'covered'
    const found = isUnmarked ? this.unmarked[section].get(label) : this.planned.get(label)?.get(section)
    return [...(found ?? [])]
      .filter(([, gathering]) => gathering.count > 0)
      .sort((a, b) => b[1].count - a[1].count)
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

  /** Unmarked words are found as they come, so their gatherings are made when first needed and kept small. */
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
