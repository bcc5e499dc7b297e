import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'
import type { GoldGatherer } from '@/lib/artifacts/kinds/guideline/mining/gold-gatherer'
import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'

type Mined = { survey: GoldSurvey; gatherer: GoldGatherer }
type FormEvidence = Pick<
  GuidelineEvidence,
  'ends' | 'types' | 'between' | 'order' | 'companions' | 'roles' | 'words' | 'taken' | 'takes'
>

const MOST_ENDS = 12
const MOST_FILLERS = 8
const MOST_WORDS = 30
const MOST_RIVALS = 12
const RIVAL_WORDS = 10

/** What relations, events and classes have beside mentions. Sections of other forms are empty. */
export function assembleFormEvidence(label: string, { survey, gatherer }: Mined): FormEvidence {
  const of = (section: Parameters<GoldGatherer['of']>[1]) =>
    gatherer.of(label, section).map(([key, found]) => ({ key, parts: key.split('\t'), ...found.toCounted() }))
  const endsAt = (end: 'head' | 'tail') =>
    of('ends')
      .filter(({ parts }) => parts[0] === end)
      .slice(0, MOST_ENDS)
      .map(({ key: _key, parts, ...counted }) => ({ end, mention: parts[1], ...counted }))
  const unrelated = new Map(of('unrelated').map(({ key, parts: _parts, ...counted }) => [key, counted]))
  const several = new Map(of('several').map(({ key, count }) => [key, count]))
  const fillers = of('fillers')
  return {
    ends: [...endsAt('head'), ...endsAt('tail')] as FormEvidence['ends'],
    types: of('types').map(({ key, parts, ...counted }) => {
      const beside = unrelated.get(key)
      return { head: parts[0]!, tail: parts[1]!, ...(beside && { unrelated: beside }), ...counted }
    }),
    between: of('between').map(({ key, parts: _parts, ...counted }) => ({ words: key, ...counted })),
    order: of('order').map(({ key, parts: _parts, ...counted }) => ({
      order: key as FormEvidence['order'][number]['order'],
      ...counted,
    })),
    companions: of('companions').map(({ key: _key, parts, ...counted }) => ({
      kind: parts[0] as FormEvidence['companions'][number]['kind'],
      label: parts[1]!,
      ...counted,
    })),
    roles: of('roles').map(({ key: role, parts: _parts, ...counted }) => ({
      role,
      several: several.get(role) ?? 0,
      fillers: fillers
        .filter((one) => one.parts[0] === role)
        .slice(0, MOST_FILLERS)
        .map(({ key: _key, parts: [, mention], ...found }) => ({ mention: mention!, ...found })),
      ...counted,
    })),
    words: standingOut(label, gatherer),
    taken: of('taken')
      .slice(0, MOST_RIVALS)
      .map(({ key: rival, parts: _parts, ...counted }) => ({
        label: rival,
        words: wordsAgainst(label, { rival, survey, gatherer }),
        ...counted,
      })),
    takes: of('takes')
      .slice(0, MOST_RIVALS)
      .map(({ key, parts: _parts, ...counted }) => ({ label: key, ...counted })),
  }
}

function standingOut(label: string, gatherer: GoldGatherer): FormEvidence['words'] {
  return gatherer
    .of(label, 'words')
    .map(([word, found]) => {
      const { elsewhere, weight } = gatherer.weights.weigh(label, word)
      return { word, elsewhere, weight, ...found.toCounted() }
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
}

/** Words of the rival that this label hardly has: they tell the two apart. */
function wordsAgainst(
  label: string,
  { rival, survey, gatherer }: Mined & { rival: string },
): FormEvidence['taken'][number]['words'] {
  const own = survey.countsOf(label, 'words')
  return gatherer
    .of(rival, 'words')
    .map(([word, found]) => ({ word, own: own.get(word), found }))
    .filter((one) => one.found.count > 2 && one.found.count >= 9 * one.own)
    .slice(0, RIVAL_WORDS)
    .map(({ found, ...one }) => ({ ...one, ...found.toCounted() }))
}
