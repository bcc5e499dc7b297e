import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import type { Section } from '@/lib/artifacts/kinds/guideline/mining/observation'
import type { GoldInstance } from '@/lib/artifacts/kinds/guideline/mining/read-gold'

/** So many different keys the first pass keeps in all, whatever the size of the corpus: some 50 MB. */
const KEPT_MENTIONS = 200_000
const KEPT_OTHERS = 200_000

/** What the first pass learns: how often each key was seen per label and section. It decides what the second looks for. */
export class GoldSurvey {
  private readonly counts = new Map<string, Map<Section, KeyCounts>>()
  private readonly totals = new Map<string, { mentions: number; instances: number }>()

  constructor(
    private readonly look: FirstLook,
    private readonly labelCount: number,
  ) {}

  add(instance: GoldInstance): void {
    const items = this.look(instance, ({ label }, { section, key }) => this.countsOf(label, section).add(key))
    for (const label of new Set(items.map((item) => item.label))) this.totalsOf(label).instances++
    for (const { label } of items) this.totalsOf(label).mentions++
  }

  labels(): string[] {
    return [...this.totals.keys()]
  }

  totalsOf(label: string): { mentions: number; instances: number } {
    const found = this.totals.get(label) ?? { mentions: 0, instances: 0 }
    this.totals.set(label, found)
    return found
  }

  countsOf(label: string, section: Section): KeyCounts {
    const ofLabel = this.counts.get(label) ?? new Map<Section, KeyCounts>()
    this.counts.set(label, ofLabel)
    const found = ofLabel.get(section) ?? new KeyCounts(this.roomFor(section))
    ofLabel.set(section, found)
    return found
  }

  private roomFor(section: Section): number {
    const kept = section === 'frequent' || section === 'words' ? KEPT_MENTIONS : KEPT_OTHERS / 8
    return Math.max(500, Math.floor(kept / Math.max(1, this.labelCount)))
  }
}

/**
 * Counts of keys in bounded memory. When there are too many, the rarest are forgotten; the frequent ones stay (Manku and
 * Motwani's lossy counting). Nothing is forgotten as long as the keys fit.
 */
export class KeyCounts {
  private counts = new Map<string, number>()
  private largest = 0
  private floor = 0

  constructor(private readonly room: number) {}

  add(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? this.floor) + 1)
    if (this.counts.size > this.room) this.forgetRarest()
  }

  get(key: string): number {
    return this.counts.get(key) ?? 0
  }

  has(key: string): boolean {
    return this.counts.has(key)
  }

  entries(): IterableIterator<[string, number]> {
    return this.counts.entries()
  }

  keys(): string[] {
    return [...this.counts.keys()]
  }

  /** The most frequent keys; of equals the one seen first. */
  top(count: number): string[] {
    const entries = [...this.counts].sort((a, b) => b[1] - a[1])
    return entries.slice(0, count).map(([key]) => key)
  }

  /** Different keys: exact while `complete`, else at least so many. */
  get distinct(): number {
    return Math.max(this.largest, this.counts.size)
  }

  get complete(): boolean {
    return this.floor === 0
  }

  private forgetRarest(): void {
    this.largest = Math.max(this.largest, this.counts.size)
    while (this.counts.size > this.room / 2) {
      this.floor++
      for (const [key, count] of this.counts) if (count <= this.floor) this.counts.delete(key)
    }
  }
}
