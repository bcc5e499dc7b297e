import type { z } from 'zod'
import type { ArtifactKind, ContentOf, EvidenceOf } from '@/lib/artifacts/model'
import type { Tx } from '@/lib/platform/db'

/** Something wrong with a content that its shape does not show. `path` leads into the content. */
export type ContentIssue = { path: string; code: string; message?: string }

/** Where a content stands that is checked. */
export type CheckedIn = { projectId: string; corpusId: string | null; within: Tx }

/** What a draft is about, how doubtful it is, from 0, sure, to 1, and how many instances it touches; null where nobody measured. */
export type DraftWeight = { label: string; doubt: number | null; touches: number | null }

/** Why an edit is refused: a reason that the screens translate, and the sentence for everybody else. */
export type KindRefusal = { reason: string; message: string }

/**
 * A kind of artifact: what its versions say, what a drafter saw of it, what has to hold before people may rely on it. Queue,
 * decisions, library and releases know kinds by this alone.
 */
export type KindDefinition<Kind extends ArtifactKind = ArtifactKind> = {
  kind: Kind
  content: z.ZodType<ContentOf<Kind>>
  evidence: z.ZodType<EvidenceOf<Kind>>
  /** As much of the evidence as a desk shows at once, where that is not all. */
  atFirst?(evidence: EvidenceOf<Kind>): EvidenceOf<Kind>
  /** What the order of the queue goes by. */
  weigh(of: { content: ContentOf<Kind>; evidence: EvidenceOf<Kind> | undefined; key: string }): DraftWeight
  /** The fields of a content whose texts a search looks through. */
  searched: readonly string[]
  /** Is an edited content still about the same thing? */
  isSame(before: ContentOf<Kind>, after: ContentOf<Kind>): boolean
  /** Why not. */
  fixed: KindRefusal
  /** What is wrong with a content. A check that measures gives what it measured, which is kept as the version's evidence. */
  check(
    content: ContentOf<Kind>,
    at: CheckedIn,
  ): Promise<{ issues: ContentIssue[]; evidence?: EvidenceOf<Kind> }>
  /** What an edit with issues is told. */
  faulty: KindRefusal
}
