import {
  aboutCorpus,
  type DescribedCorpus,
  describeCorpus,
  namedLabel,
} from '@/lib/artifacts/drafting/describe-corpus'
import { findApproved } from '@/lib/artifacts/drafting/find-approved'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { guidelineInput, writtenGuideline } from '@/lib/artifacts/kinds/guideline/asking/guideline-input'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { NO_LESSONS } from '@/lib/artifacts/lessons/model'
import { type ArtifactKind, type LibraryKind, libraryKinds, type SomeContent } from '@/lib/artifacts/model'
import { type TextLine, textLines } from '@/lib/artifacts/origin/text-lines'
import type { Figure, Sample, WrittenGuideline } from '@/lib/calls/prompts/schema'
import { db } from '@/lib/platform/db'

export type JudgedDraft = { versionId: string; kind: LibraryKind; key: string; corpusId: string | null }

const MOST_LINES = 120
const MOST_DRAFTS = 5000

/** The drafts that wait and that advice is wanted on, in the order of the queue. */
export async function findJudged(of: {
  projectId: string
  corpusId?: string | undefined
  kind?: ArtifactKind | undefined
  versionIds?: string[] | undefined
}): Promise<JudgedDraft[]> {
  const { projectId, corpusId, kind, versionIds } = of
  const rows = await db.draft.findMany({
    where: {
      ...{ projectId, state: 'waiting', kind: { in: kind ? [kind] : [...libraryKinds] } },
      ...(versionIds && { versionId: { in: versionIds } }),
      ...(corpusId && { version: { artifact: { corpusId } } }),
    },
    orderBy: { position: 'asc' },
    take: MOST_DRAFTS,
    select: {
      versionId: true,
      kind: true,
      version: { select: { artifact: { select: { key: true, corpusId: true } } } },
    },
  })
  return rows.map(({ versionId, kind: own, version: { artifact } }) => ({
    ...{ versionId, kind: own as LibraryKind, key: artifact.key, corpusId: artifact.corpusId },
  }))
}

/** What a model is asked about one draft: its lines, its evidence, and the guidelines that it must go with. */
export async function adviceInput(
  draft: JudgedDraft,
  corpora: (id: string) => Promise<DescribedCorpus | undefined>,
) {
  const corpus = draft.corpusId === null ? undefined : await corpora(draft.corpusId)
  const version = await db.version.findUnique({
    where: { id: draft.versionId },
    select: { content: true, evidence: { select: { content: true } } },
  })
  if (!version || (draft.corpusId !== null && !corpus)) return undefined
  const content = findKind(draft.kind).content.parse(version.content)
  const some = { kind: draft.kind, content } as SomeContent
  const lines = textLines(some)
    .filter(({ field }) => field !== 'gold')
    .slice(0, MOST_LINES)
  const seen = corpus ? await seenBy(some, { corpus, evidence: version.evidence?.content }) : NOTHING_SEEN
  const guidelines =
    corpus && some.kind === 'rule' ? await guidelinesFor(corpus, some.content.scope.labels) : []
  return {
    lines,
    input: {
      ...(corpus ? aboutCorpus(corpus) : ANY_CORPUS),
      ...{ kind: draft.kind, lines, guidelines, ...seen },
      labels: corpus ? labelsOf(some, corpus) : [],
    },
    options: { about: { kind: draft.kind, corpusId: draft.corpusId, key: draft.key } },
  }
}

const NOTHING_SEEN: { figures: Figure[]; samples: Sample[] } = { figures: [], samples: [] }
const ANY_CORPUS = {
  form: 'general' as const,
  language: 'en' as const,
  corpus: { name: 'every corpus of the project', language: 'en' },
}

/** The figures and texts behind a draft. */
async function seenBy(
  some: SomeContent,
  { corpus, evidence }: { corpus: DescribedCorpus; evidence: unknown },
): Promise<typeof NOTHING_SEEN> {
  if (some.kind === 'guideline') {
    const read = guidelineEvidenceSchema.safeParse(evidence)
    if (!read.success) return NOTHING_SEEN
    const { lessons } = NO_LESSONS
    const { input } = await guidelineInput(read.data, { corpus, before: null, lessons })
    return { figures: input.figures, samples: [...input.samples, ...input.contrasts] }
  }
  if (some.kind !== 'rule') return NOTHING_SEEN
  const read = ruleEvidenceSchema.safeParse(evidence)
  if (!read.success) return NOTHING_SEEN
  const { touched, instances } = read.data.figures
  const what = some.content.statement.en
  return {
    figures: [{ kind: 'rule-touches', what, count: touched, against: instances, label: null }],
    samples: [],
  }
}

async function guidelinesFor(
  corpus: DescribedCorpus,
  labels: readonly string[],
): Promise<WrittenGuideline[]> {
  const found = await findApproved(corpus, { kind: 'guideline', keys: labels.length > 0 ? labels : null })
  return found.slice(0, 40).map(({ content }) => writtenGuideline(content))
}

function labelsOf(some: SomeContent, corpus: DescribedCorpus) {
  if (some.kind === 'guideline') return [namedLabel(corpus, some.content.label)]
  return corpus.labels.slice(0, 200)
}

/** Reads each corpus once. */
export function corporaOnce(): (id: string) => Promise<DescribedCorpus | undefined> {
  const known = new Map<string, Promise<DescribedCorpus | undefined>>()
  return (id) => {
    const read = known.get(id) ?? describeCorpus(id)
    known.set(id, read)
    return read
  }
}

/** The words of the line that a piece of advice is about. */
export function lineOf(lines: readonly TextLine[], at: { field: string; line: number }): string {
  return lines.find(({ field, line }) => field === at.field && line === at.line)?.text ?? ''
}
