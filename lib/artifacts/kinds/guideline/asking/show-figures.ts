import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Figure } from '@/lib/calls/prompts/schema'

/** So many of a kind say enough; the first are the largest. */
const MOST = 14

/** What was counted of a label, as prompts are told it. The prompts' words say what each kind counts. */
export function showFigures(evidence: GuidelineEvidence): Figure[] {
  const { label: own } = evidence
  const figure = (kind: Figure['kind'], count: number, more: Partial<Figure> = {}): Figure => ({
    ...{ kind, what: '', count, against: null, label: null },
    ...more,
  })
  return [
    figure('items', evidence.mentions),
    figure('instances', evidence.instances),
    figure('distinct', evidence.distinct),
    ...evidence.frequent
      .slice(0, MOST)
      .map(({ mention, count }) => figure('frequent', count, { what: mention })),
    ...evidence.ambiguous.slice(0, MOST).flatMap(({ mention, labels }) => {
      const against = labels.find(({ label }) => label === own)?.count ?? 0
      return labels
        .filter(({ label }) => label !== own)
        .slice(0, 3)
        .map(({ label, count }) => figure('ambiguous', count, { what: mention, against, label }))
    }),
    ...evidence.unlabelled
      .slice(0, MOST)
      .map(({ mention, count, labelled }) =>
        figure('unlabelled', count, { what: mention, against: labelled }),
      ),
    ...(['before', 'after'] as const).flatMap((kind) =>
      evidence[kind].slice(0, MOST).map(({ token, count }) => figure(kind, count, { what: token })),
    ),
    ...evidence.inside
      .slice(0, 2 * MOST)
      .map(({ token, place, count, outside }) => figure(place, count, { what: token, against: outside })),
    ...evidence.heads.slice(0, MOST).map(({ word, count }) => figure('head-word', count, { what: word })),
    ...evidence.introducing
      .slice(0, MOST)
      .map(({ words, count }) => figure('introducing', count, { what: words })),
    ...evidence.neighbours
      .slice(0, MOST)
      .map(({ label, between, count }) => figure('neighbour', count, { what: between, label })),
    ...evidence.nesting
      .slice(0, MOST)
      .map(({ label, relation, count }) =>
        figure(relation === 'same' ? 'same-place' : relation, count, { label }),
      ),
    ...evidence.lengths
      .slice(0, MOST)
      .map(({ length, count }) => figure('length', count, { what: String(length) })),
    ...evidence.shapes.slice(0, MOST).map(({ shape, count }) => figure('shape', count, { what: shape })),
    ...relationFigures(evidence, figure),
    ...evidence.roles
      .slice(0, 2 * MOST)
      .flatMap(({ role, count, fillers }) => [
        figure('role', count, { what: role }),
        ...fillers.slice(0, 4).map((one) => figure('filler', one.count, { what: `${role}: ${one.mention}` })),
      ]),
    ...evidence.words
      .slice(0, 2 * MOST)
      .map(({ word, count, elsewhere }) => figure('word', count, { what: word, against: elsewhere })),
    ...[...evidence.taken, ...evidence.takes]
      .slice(0, MOST)
      .map(({ label, count }) => figure('rival', count, { label })),
  ].slice(0, 400)
}

type MakeFigure = (kind: Figure['kind'], count: number, more?: Partial<Figure>) => Figure

function relationFigures(evidence: GuidelineEvidence, figure: MakeFigure): Figure[] {
  return [
    ...evidence.ends
      .slice(0, 2 * MOST)
      .map(({ end, mention, count }) => figure('end', count, { what: `${end}: ${mention}` })),
    ...evidence.types
      .slice(0, MOST)
      .map(({ head, tail, count, unrelated }) =>
        figure('end-types', count, { what: `${head} → ${tail}`, against: unrelated?.count ?? null }),
      ),
    ...evidence.between.slice(0, MOST).map(({ words, count }) => figure('between', count, { what: words })),
    ...evidence.order.map(({ order, count }) => figure('order', count, { what: order })),
    ...evidence.companions
      .slice(0, MOST)
      .map(({ kind, label, count }) => figure('companion', count, { what: kind, label })),
  ]
}
