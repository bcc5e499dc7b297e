import { aboutCorpus, type DescribedCorpus, namedLabel } from '@/lib/artifacts/drafting/describe-corpus'
import { itemsOf, markItems, noteOf } from '@/lib/artifacts/drafting/mark-items'
import { type InstanceRow, readRows } from '@/lib/artifacts/drafting/read-rows'
import { showFigures } from '@/lib/artifacts/kinds/guideline/asking/show-figures'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { Counted, GuidelineEvidence, MentionRef } from '@/lib/artifacts/kinds/guideline/evidence'
import type { Lessons, Mark, Sample, WrittenGuideline } from '@/lib/calls/prompts/schema'

const MOST_SAMPLES = 14
const MOST_CONTRASTS = 8
const MOST_OTHERS = 60

/** The texts that a prompt shows, in their order: what an answer quotes is found in them again. */
export type ShownTexts = { samples: InstanceRow[]; contrasts: { row: InstanceRow; marks: Mark[] }[] }

/** What a model is asked for a guideline: the same evidence that the miner drafts from, with the texts behind it. */
export async function guidelineInput(
  evidence: GuidelineEvidence,
  of: { corpus: DescribedCorpus; before: WrittenGuideline | null; lessons: Lessons },
) {
  const { corpus, before, lessons } = of
  const { label } = evidence
  const contrasts = contrastRefs(evidence).slice(0, 2 * MOST_CONTRASTS)
  const wanted = sampleOrdinals(evidence).slice(0, 2 * MOST_SAMPLES)
  const rows = await readRows(corpus, [...new Set([...wanted, ...contrasts.map(({ ref }) => ref.ordinal)])])
  const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]))
  const shown: ShownTexts = {
    samples: wanted
      .flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])
      .filter((row) => itemsOf(corpus.taskForm, row, label).length > 0)
      .slice(0, MOST_SAMPLES),
    contrasts: contrasts
      .flatMap(({ ref, as }) => {
        const row = byOrdinal.get(ref.ordinal)
        return row ? [{ row, marks: corpus.taskForm === 'tc' ? [] : contrastMarks(ref, as) }] : []
      })
      .slice(0, MOST_CONTRASTS),
  }
  const confusable = rivalsOf(evidence)
  const input = {
    ...aboutCorpus(corpus),
    label: namedLabel(corpus, label),
    confusable: confusable.map((one) => namedLabel(corpus, one)),
    others: corpus.labels
      .filter((one) => one.label !== label && !confusable.includes(one.label))
      .slice(0, MOST_OTHERS),
    figures: showFigures(evidence),
    samples: shown.samples.map((row): Sample => {
      const items = itemsOf(corpus.taskForm, row, label)
      const marks = markItems(corpus.taskForm, items, { isOneLabel: true })
      return { text: row.text, marks, note: noteOf(corpus.taskForm, items) }
    }),
    contrasts: shown.contrasts.map(({ row, marks }): Sample => {
      const note = noteOf(corpus.taskForm, itemsOf(corpus.taskForm, row))
      return { text: row.text, marks, note }
    }),
    before,
    lessons,
  }
  return { input, shown }
}

/** A guideline as prompts show it. */
export function writtenGuideline({
  label,
  definition,
  includes,
  excludes,
}: GuidelineContent): WrittenGuideline {
  return { label, definition, includes, excludes }
}

/** Instances that show different sides of the label: each clearest one, then the first sample of the corpus. */
function sampleOrdinals(evidence: GuidelineEvidence): number[] {
  const { frequent, heads, shapes, inside, roles, types, words } = evidence
  const sides = [frequent.slice(0, 6), shapes, heads.slice(0, 4), inside.slice(0, 4), types.slice(0, 3)]
  const clearest = interleave([...sides, roles.slice(0, 4), words.slice(0, 4)] as Counted[][])
  const ordinals = [
    ...clearest.flatMap(({ clearest: one }) => (one ? [one.ordinal] : [])),
    ...evidence.sample.map(({ ordinal }) => ordinal),
  ]
  return [...new Set(ordinals)]
}

/** What looks like the label and is not: the same words under another label, without one, inside of something longer. */
function contrastRefs(evidence: GuidelineEvidence): { ref: MentionRef; as: string | null }[] {
  const refs = (found: (Counted & { label?: string })[]) =>
    found.flatMap(({ clearest, label }) => (clearest ? [{ ref: clearest, as: label ?? null }] : []))
  const ambiguous = evidence.ambiguous.flatMap(({ labels }) =>
    refs(labels.filter(({ label }) => label !== evidence.label).slice(0, 1)),
  )
  return interleave([
    ambiguous,
    refs(evidence.unlabelled.map(({ mention: _mention, ...counted }) => counted)),
    refs(evidence.covered),
    refs(evidence.takes),
    refs(evidence.companions.filter(({ kind }) => kind === 'same-pair')),
  ])
}

function contrastMarks({ start, end, tail }: MentionRef, as: string | null): Mark[] {
  return tail
    ? [
        { start, end, as: 'head' },
        { ...tail, as: 'tail' },
      ]
    : [{ start, end, as }]
}

/** Labels that share words or places with this one. */
function rivalsOf(evidence: GuidelineEvidence): string[] {
  const found = [
    ...evidence.ambiguous.flatMap(({ labels }) => labels.map(({ label }) => label)),
    ...[evidence.taken, evidence.takes, evidence.covered, evidence.nesting, evidence.companions]
      .flat()
      .map(({ label }) => label),
  ]
  return [...new Set(found)].filter((label) => label !== evidence.label).slice(0, 12)
}

/** One of each list in turn. */
function interleave<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => (list[at] === undefined ? [] : [list[at]])),
  ).flat()
}
