import type { GuidelineEvidence } from '@/lib/artifacts/kinds/guideline/evidence'

type Corpus = { id: string; name: string; language: string; instanceCount: number }

/** What the gold of a corpus says about each label. */
export async function mineEvidence(
  corpus: Corpus,
  options: { labels: string[]; onProgress?: (read: number, total: number) => Promise<void> },
): Promise<Map<string, GuidelineEvidence>> {
  const { id, name, language, instanceCount } = corpus
  return new Map(
    options.labels.map((label) => [
      label,
      {
        label,
        language,
        corpus: { id, name, instances: instanceCount },
        mentions: 0,
        instances: 0,
        distinct: 0,
        complete: true,
        sample: [],
        frequent: [],
        ambiguous: [],
        unlabelled: [],
        before: [],
        after: [],
        inside: [],
        heads: [],
        introducing: [],
        neighbours: [],
        nesting: [],
        lengths: [],
        shapes: [],
        claims: [],
      },
    ]),
  )
}
