import {
  type GuidelineEvidence,
  guidelineEvidenceSchema,
  type TokenKind,
  tokenKindSchema,
} from '@/lib/artifacts/kinds/guideline/evidence'
import { assembleFormEvidence } from '@/lib/artifacts/kinds/guideline/mining/assemble-form-evidence'
import type { GoldGatherer } from '@/lib/artifacts/kinds/guideline/mining/gold-gatherer'
import type { GoldSurvey } from '@/lib/artifacts/kinds/guideline/mining/gold-survey'
import type { MentionGathering } from '@/lib/artifacts/kinds/guideline/mining/mention-gathering'
import type { TaskForm } from '@/lib/tasks/model'

type Mined = {
  corpus: { id: string; name: string; language: string; instanceCount: number }
  form: TaskForm
  survey: GoldSurvey
  gatherer: GoldGatherer
}
type Found = [string, MentionGathering][]

const MOST_FREQUENT = 30
const MOST_BESIDE = 20
const MOST_SPECIAL = 40
const MOST_HEADS = 20
const MOST_AMBIGUOUS = 20
const MOST_UNLABELLED = 20

/** One label's evidence from what both passes found. */
export function assembleEvidence(
  label: string,
  { corpus, form, survey, gatherer }: Mined,
): GuidelineEvidence {
  const wordings = survey.countsOf(label, 'frequent')
  const of = (section: Parameters<GoldGatherer['of']>[1]) => gatherer.of(label, section)
  return guidelineEvidenceSchema.parse({
    form,
    label,
    language: corpus.language,
    corpus: { id: corpus.id, name: corpus.name, instances: corpus.instanceCount },
    ...survey.totalsOf(label),
    distinct: wordings.distinct,
    complete: wordings.complete,
    sample: gatherer.sampleOf(label),
    frequent: of('frequent')
      .slice(0, MOST_FREQUENT)
      .map(([mention, found]) => ({ mention, ...found.toCounted() })),
    ambiguous: ambiguous(label, { survey, gatherer }),
    unlabelled: of('unlabelled')
      .slice(0, MOST_UNLABELLED)
      .map(([mention, found]) => ({ mention, labelled: wordings.get(mention), ...found.toCounted() })),
    covered: of('covered').map(([other, found]) => ({ label: other, ...found.toCounted() })),
    before: beside(of('before')),
    after: beside(of('after')),
    inside: [...inside('first', of('first'), of('before')), ...inside('last', of('last'), of('after'))],
    heads: heads(of('heads')),
    introducing: of('introducing').map(([words, found]) => ({ words, ...found.toCounted() })),
    neighbours: of('neighbours').map(([key, found]) => {
      const [place, between, other] = key.split('\t')
      return { place, between, label: other, ...found.toCounted() }
    }),
    nesting: of('nesting').map(([key, found]) => {
      const [relation, other] = key.split('\t')
      return { relation, label: other, ...found.toCounted() }
    }),
    lengths: of('lengths')
      .map(([length, found]) => ({ length: Number(length), ...found.toCounted() }))
      .sort((a, b) => a.length - b.length),
    shapes: of('shapes').map(([shape, found]) => ({ shape, ...found.toCounted() })),
    ...assembleFormEvidence(label, { survey, gatherer }),
    claims: [],
  } satisfies Record<keyof GuidelineEvidence, unknown>)
}

/** A token's kind and spelling. */
function tokenOf(key: string): { kind: TokenKind; token: string } {
  const at = key.indexOf('\t')
  return { kind: tokenKindSchema.parse(key.slice(0, at)), token: key.slice(at + 1) }
}

/** The most frequent tokens, and all of the kinds whose place a guideline has to say. */
function beside(found: Found): GuidelineEvidence['before'] {
  const all = found.map(([key, gathering]) => ({ ...tokenOf(key), ...gathering.toCounted() }))
  const isSpecial = (kind: TokenKind) => kind !== 'word' && kind !== 'punctuation'
  const plain = new Set(all.filter(({ kind }) => !isSpecial(kind)).slice(0, MOST_BESIDE))
  const special = new Set(all.filter(({ kind }) => isSpecial(kind)).slice(0, MOST_SPECIAL))
  return all.filter((one) => plain.has(one) || special.has(one))
}

function inside(place: 'first' | 'last', found: Found, outside: Found): GuidelineEvidence['inside'] {
  const counts = new Map(outside.map(([key, gathering]) => [key, gathering.count]))
  return found.map(([key, gathering]) => ({
    ...tokenOf(key),
    place,
    outside: counts.get(key) ?? 0,
    ...gathering.toCounted(),
  }))
}

/** Heads that at least two wordings share. Of endings that are nearly always the same mentions the longest stays. */
function heads(found: Found): GuidelineEvidence['heads'] {
  const shared = found.filter(([, gathering]) => gathering.distinct > 1)
  const isPart = ([word, gathering]: Found[number]) =>
    shared.some(([other, { count }]) => {
      if (other === word) return false
      if (other.endsWith(word)) return count >= 0.8 * gathering.count
      return word.endsWith(other) && gathering.count < 0.8 * count
    })
  const isHan = (word: string) => /\p{Script=Han}/u.test(word)
  return shared
    .filter((one) => !isHan(one[0]) || !isPart(one))
    .slice(0, MOST_HEADS)
    .map(([word, gathering]) => ({ word, distinct: gathering.distinct, ...gathering.toCounted() }))
}

function ambiguous(
  label: string,
  { survey, gatherer }: Pick<Mined, 'survey' | 'gatherer'>,
): GuidelineEvidence['ambiguous'] {
  const byLabel = survey.labels().map((other) => [other, new Map(gatherer.of(other, 'frequent'))] as const)
  return gatherer
    .ambiguous(label)
    .slice(0, MOST_AMBIGUOUS)
    .map((mention) => ({
      mention,
      labels: byLabel
        .flatMap(([other, found]) => {
          const gathering = found.get(mention)
          return gathering ? [{ label: other, ...gathering.toCounted() }] : []
        })
        .sort((a, b) => Number(b.label === label) - Number(a.label === label) || b.count - a.count),
    }))
}
