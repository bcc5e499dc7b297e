import { countInNumbers } from '@/lib/taxonomy/combinations/count-combinations'
import type { SessionPick, StrategyCounts, SyllabusShape } from '@/lib/taxonomy/combinations/model'

/** How often the concepts of a syllabus were used, and which may be used again. */
export type Caps = {
  /** Counts a use of each concept; nothing, and false, if one of them may not be used again. */
  use(picks: readonly SessionPick[]): boolean
  /** The places of the concepts that may be used again, by session. */
  openPlaces(): number[][]
  /** How many combinations there are of these concepts, drawn or not. */
  openSize(): StrategyCounts
}

export function keepCaps(
  shape: SyllabusShape,
  { uses: before, cap }: { uses: readonly (readonly number[])[]; cap: number },
): Caps {
  const uses = shape.map((concepts, session) =>
    Array.from({ length: concepts }, (_, place) => before[session]?.[place] ?? 0),
  )
  const open = uses.map((session) => session.filter((used) => used < cap).length)
  let size: StrategyCounts | undefined
  return {
    use(picks) {
      if (!picks.every(({ session, concepts }) => concepts.every((place) => uses[session]![place]! < cap)))
        return false
      for (const { session, concepts } of picks)
        for (const place of concepts) {
          uses[session]![place]! += 1
          if (uses[session]![place] !== cap) continue
          open[session]! -= 1
          size = undefined
        }
      return true
    },
    openPlaces: () => uses.map((session) => session.flatMap((used, place) => (used < cap ? [place] : []))),
    openSize() {
      size ??= countInNumbers(open)
      return size
    },
  }
}
