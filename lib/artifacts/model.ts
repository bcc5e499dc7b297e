import { z } from 'zod'
import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import { applicationEvidenceSchema } from '@/lib/artifacts/kinds/application/evidence'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { formatEvidenceSchema } from '@/lib/artifacts/kinds/format/evidence'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { guidelineEvidenceSchema } from '@/lib/artifacts/kinds/guideline/evidence'
import { nodeContentSchema } from '@/lib/artifacts/kinds/node/content'
import { nodeEvidenceSchema } from '@/lib/artifacts/kinds/node/evidence'
import { pairContentSchema } from '@/lib/artifacts/kinds/pair/content'
import { pairEvidenceSchema } from '@/lib/artifacts/kinds/pair/evidence'
import { recordContentSchema } from '@/lib/artifacts/kinds/record/content'
import { recordEvidenceSchema } from '@/lib/artifacts/kinds/record/evidence'
import { ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { syllabusContentSchema } from '@/lib/artifacts/kinds/syllabus/content'
import { syllabusEvidenceSchema } from '@/lib/artifacts/kinds/syllabus/evidence'
import type { TaskForm } from '@/lib/tasks/model'

/** The kinds that the library keeps and releases freeze: texts to compose from. */
export const libraryKinds = ['guideline', 'rule', 'application', 'format', 'pair'] as const
export const libraryKindSchema = z.enum(libraryKinds)
export type LibraryKind = z.infer<typeof libraryKindSchema>

/** The kinds of artifacts, with the composed records that people look at, the nodes of the taxonomy that they vote on, and the syllabi of its subjects. Each has a folder under `lib/artifacts/kinds/`. */
export const artifactKinds = [...libraryKinds, 'record', 'node', 'syllabus'] as const
export const artifactKindSchema = z.enum(artifactKinds)
export type ArtifactKind = z.infer<typeof artifactKindSchema>

/** What a version of a kind says. */
export const contentSchemas = {
  guideline: guidelineContentSchema,
  rule: ruleContentSchema,
  application: applicationContentSchema,
  format: formatContentSchema,
  pair: pairContentSchema,
  record: recordContentSchema,
  node: nodeContentSchema,
  syllabus: syllabusContentSchema,
} as const satisfies Record<ArtifactKind, z.ZodType>
export type ContentOf<Kind extends ArtifactKind> = z.infer<(typeof contentSchemas)[Kind]>
export type Content = ContentOf<ArtifactKind>

/** What the drafter of a version of a kind saw. */
export const evidenceSchemas = {
  guideline: guidelineEvidenceSchema,
  rule: ruleEvidenceSchema,
  application: applicationEvidenceSchema,
  format: formatEvidenceSchema,
  pair: pairEvidenceSchema,
  record: recordEvidenceSchema,
  node: nodeEvidenceSchema,
  syllabus: syllabusEvidenceSchema,
} as const satisfies Record<ArtifactKind, z.ZodType>
export type EvidenceOf<Kind extends ArtifactKind> = z.infer<(typeof evidenceSchemas)[Kind]>

/** A content with the name of its kind. */
export type SomeContent = { [Kind in ArtifactKind]: { kind: Kind; content: ContentOf<Kind> } }[ArtifactKind]

/** How many people decide a draft where a project has no plan of its own, and has so many people. */
export const defaultOverlap: Record<ArtifactKind, number> = {
  guideline: 1,
  rule: 2,
  application: 1,
  format: 1,
  pair: 1,
  record: 1,
  node: 3,
  syllabus: 1,
}

/** A text in both languages of the screens. */
export const bothLanguagesSchema = z.object({ en: z.string(), zh: z.string() })
export type BothLanguages = z.infer<typeof bothLanguagesSchema>

const same = (text: string): BothLanguages => ({ en: text, zh: text })

/** What an artifact is called in a list, and what a line beside it says. */
export function titleOf({ kind, content }: SomeContent): { title: BothLanguages; excerpt: BothLanguages } {
  switch (kind) {
    case 'guideline':
      return { title: same(content.label), excerpt: same(content.definition) }
    case 'rule':
      return { title: content.statement, excerpt: same(content.scope.labels.join(', ')) }
    case 'application':
      return {
        title: same(`#${content.ordinal}`),
        excerpt: same(content.changed.map(({ before, after }) => `${before} → ${after}`).join('; ')),
      }
    case 'format':
      return {
        title: same(content.name),
        excerpt: { en: content.ask.en[0] ?? '', zh: content.ask.zh[0] ?? '' },
      }
    case 'pair':
      return { title: same(content.question), excerpt: same(content.answer) }
    case 'record':
      return {
        title: {
          en: `Run ${content.run}, instance ${content.provenance.ordinal}`,
          zh: `合成 ${content.run}，样例 ${content.provenance.ordinal}`,
        },
        excerpt: same(content.input),
      }
    case 'node': {
      const { en, zh } = content.name
      return { title: { en: en || zh, zh: zh || en }, excerpt: same(content.note) }
    }
    case 'syllabus': {
      const { en, zh } = content.subject
      return { title: { en: en || zh, zh: zh || en }, excerpt: same(content.introduction) }
    }
  }
}

/** What jobs that draft formats are about: formats belong to no corpus. */
export const FORMATS_SUBJECT = 'formats'

/** The task forms whose guidelines somebody can draft: those with labels. Reading, open tuples and conversations have none. */
export const draftableForms: readonly TaskForm[] = ['ner', 're', 'spo', 'ee', 'eet', 'eea', 'kg', 'tc']

export const authorKinds = ['person', 'miner', 'model'] as const
export const authorKindSchema = z.enum(authorKinds)
export type AuthorKind = z.infer<typeof authorKindSchema>

/** Who wrote a version: a person by id, the miner or a model by name and revision, e.g. `corpus-miner/1`. */
export type Author = { kind: (typeof authorKinds)[number]; id: string }

/**
 * A drafter writes content from evidence, and links what it wrote to the evidence behind it. The corpus miner is one; a
 * model is another. It proposes and never decides.
 */
export type Drafter<Evidence, Content> = {
  author: Author & { kind: 'miner' | 'model' }
  draft(evidence: Evidence): Promise<{ content: Content; evidence: Evidence }>
}

/**
 * `disputed`: everybody asked has decided and no side has the majority. `proposed`: the text of an edit that others, who decide the
 * same draft, have yet to agree with.
 */
export const draftStates = ['waiting', 'disputed', 'approved', 'rejected', 'superseded', 'proposed'] as const
export const draftStateSchema = z.enum(draftStates)
export type DraftState = z.infer<typeof draftStateSchema>

/** Which artifacts are drafted once more: none, those whose newest version was rejected, or all. */
export const againSchema = z.enum(['never', 'rejected', 'all'])
export type Again = z.infer<typeof againSchema>

/** Should something be drafted whose newest version stands like this? `null`: it has none yet. */
export function wantsDraft(newest: DraftState | null, again: Again): boolean {
  if (newest === null || again === 'all') return true
  return newest === 'rejected' && again === 'rejected'
}
