import type { Counted, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import type { GoldInstance, UnitSpan } from '@/lib/artifacts/kinds/guideline/mining/read-gold'
import { type Offsets, unitToCodePoint } from '@/lib/tasks/model'

const MOST_WORDINGS = 200
/** Whole texts are long: of those fewer are kept. */
const MOST_LETTERS = 6000
const SHOWN_WORDINGS = 10

/** A place in an instance, in UTF-16 units, and the words there. */
export type Place = {
  start: number
  end: number
  mention: string
  wider?: { start: number; end: number } | undefined
  /** In code points: the other place that belongs to it. */
  tail?: Offsets | undefined
}

/** The mentions behind one count, gathered in the second pass: the first of them, and the one that shows best. */
export class MentionGathering {
  count = 0
  private readonly refs: number[] = []
  private readonly tails: (Offsets | undefined)[] = []
  private readonly wordings = new Map<string, number>()
  private letters = 0
  private clearest: { ref: MentionRef & { mention: string }; wider?: MentionRef; cost: number } | undefined

  constructor(private readonly mostRefs: number) {}

  /** The most frequent first; of equals the one seen first, whatever else was gathered for. */
  static compare(a: MentionGathering, b: MentionGathering): number {
    const [[ordinal = 0, start = 0], [other = 0, there = 0]] = [a.refs, b.refs]
    return b.count - a.count || ordinal - other || start - there
  }

  add(instance: GoldInstance, place: Place): void {
    this.count++
    const seen = this.wordings.get(place.mention)
    if (seen !== undefined) this.wordings.set(place.mention, seen + 1)
    else if (this.wordings.size < MOST_WORDINGS && this.letters < MOST_LETTERS) {
      this.wordings.set(place.mention, 1)
      this.letters += place.mention.length
    }
    const { cost } = instance
    const isClearer = !this.clearest || cost < this.clearest.cost
    const hasRoom = this.refs.length < this.mostRefs * 3
    if (!isClearer && !hasRoom) return
    const ref = refOf(instance, place)
    if (hasRoom) {
      if (ref.tail) this.tails[this.refs.length / 3] = ref.tail
      this.refs.push(ref.ordinal, ref.start, ref.end)
    }
    if (!isClearer) return
    const wider = place.wider && { wider: refOf(instance, place.wider) }
    this.clearest = { ref: { ...ref, mention: place.mention }, cost, ...wider }
  }

  /** Different wordings, up to the most that are kept; an article before it or a capital makes none different. */
  get distinct(): number {
    const bare = (wording: string) => wording.toLowerCase().replace(/^(the|an?) /, '')
    return new Set([...this.wordings.keys()].map(bare)).size
  }

  toCounted(): Counted {
    const wordings = [...this.wordings].sort((a, b) => b[1] - a[1]).slice(0, SHOWN_WORDINGS)
    return {
      count: this.count,
      refs: unpacked(this.refs, this.tails),
      wordings: wordings.map(([wording]) => wording),
      ...(this.clearest && { clearest: this.clearest.ref }),
      ...(this.clearest?.wider && { wider: this.clearest.wider }),
    }
  }
}

export function refOf(
  { ordinal, text }: GoldInstance,
  place: { start: number; end: number; tail?: Offsets | undefined } | UnitSpan,
): MentionRef {
  const tail = place.tail && { tail: { start: place.tail.start, end: place.tail.end } }
  if ('span' in place) return { ordinal, start: place.span.start, end: place.span.end, ...tail }
  const { start, end } = place
  return { ordinal, start: unitToCodePoint(text, start), end: unitToCodePoint(text, end), ...tail }
}

function unpacked(packed: number[], tails: readonly (Offsets | undefined)[]): MentionRef[] {
  return Array.from({ length: packed.length / 3 }, (_, i) => ({
    ordinal: packed[3 * i]!,
    start: packed[3 * i + 1]!,
    end: packed[3 * i + 2]!,
    ...(tails[i] && { tail: tails[i] }),
  }))
}
