import { z } from 'zod'

/** The kinds of artifacts. Each has a folder under `lib/artifacts/kinds/`. */
export const artifactKinds = ['guideline'] as const
export const artifactKindSchema = z.enum(artifactKinds)
export type ArtifactKind = z.infer<typeof artifactKindSchema>

export const authorKinds = ['person', 'miner', 'model'] as const
export const authorKindSchema = z.enum(authorKinds)

/** A drafter writes content from evidence. The corpus miner is one; a model is another. It proposes and never decides. */
export type Drafter<Evidence, Content> = {
  author: { kind: 'miner' | 'model'; id: string }
  draft(evidence: Evidence): Promise<Content>
}

export const draftStates = ['waiting', 'approved', 'rejected', 'superseded'] as const
export const draftStateSchema = z.enum(draftStates)
export type DraftState = z.infer<typeof draftStateSchema>
