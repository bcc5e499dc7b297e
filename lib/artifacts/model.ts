import { z } from 'zod'
import type { TaskForm } from '@/lib/tasks/model'

/** The kinds of artifacts. Each has a folder under `lib/artifacts/kinds/`. */
export const artifactKinds = ['guideline'] as const
export const artifactKindSchema = z.enum(artifactKinds)
export type ArtifactKind = z.infer<typeof artifactKindSchema>

/** The task forms whose guidelines somebody can draft. */
export const draftableForms: readonly TaskForm[] = ['ner']

export const authorKinds = ['person', 'miner', 'model'] as const
export const authorKindSchema = z.enum(authorKinds)

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

export const draftStates = ['waiting', 'approved', 'rejected', 'superseded'] as const
export const draftStateSchema = z.enum(draftStates)
export type DraftState = z.infer<typeof draftStateSchema>

/** Which labels are drafted once more: none, those whose newest version was rejected, or all. */
export const againSchema = z.enum(['never', 'rejected', 'all'])
export type Again = z.infer<typeof againSchema>

/** Should a label be drafted whose newest version stands like this? `null`: it has none yet. */
export function wantsDraft(newest: DraftState | null, again: Again): boolean {
  if (newest === null || again === 'all') return true
  return newest === 'rejected' && again === 'rejected'
}
