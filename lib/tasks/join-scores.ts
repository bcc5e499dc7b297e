import type { Scores } from '@/lib/tasks/model'

/** Scores of several views of the same answers as one: the figure `microF1` of the view `trigger` is called `triggerMicroF1`. */
export function joinScores(views: Readonly<Record<string, Scores>>): Scores {
  const overall = new Map<string, number | null>()
  const byLabel = new Map<string, Record<string, number | null>>()
  for (const [view, scores] of Object.entries(views)) {
    for (const [name, figure] of Object.entries(named(view, scores.overall))) overall.set(name, figure)
    for (const [label, figures] of Object.entries(scores.byLabel))
      byLabel.set(label, { ...byLabel.get(label), ...named(view, figures) })
  }
  return { overall: Object.fromEntries(overall), byLabel: Object.fromEntries(byLabel) }
}

function named(view: string, figures: Record<string, number | null>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [
      `${view}${name[0]!.toUpperCase()}${name.slice(1)}`,
      figure,
    ]),
  )
}
