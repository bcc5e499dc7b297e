import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { ApplicationContent } from '@/lib/artifacts/kinds/application/content'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import type { PairContent } from '@/lib/artifacts/kinds/pair/content'
import type { RuleContent } from '@/lib/artifacts/kinds/rule/content'
import type { ArtifactKind } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import { contentHash, uuidFromName } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { type Recipe, recipeSchema } from '@/lib/synthesis/model'

type GivenGuideline = { corpusId: string; label: string } & Partial<GuidelineContent>

/** What a person might have written for a label. */
export function makeGuideline(given: { label: string } & Partial<GuidelineContent>): GuidelineContent {
  return {
    language: 'en',
    definition: `What the corpus calls ${given.label}.`,
    includes: [],
    excludes: [],
    questions: [],
    typical: [],
    positives: [],
    negatives: [],
    paraphrases: { en: [], zh: [] },
    ...given,
  }
}

/** Anything else that people approve, under a key of its own. */
export type GivenContent = { key: string; corpusId: string | null } & (
  | { kind: 'rule'; content: RuleContent }
  | { kind: 'application'; content: ApplicationContent }
  | { kind: 'format'; content: FormatContent }
  | { kind: 'pair'; content: PairContent }
)

/** A release of what the actor has approved. Its ids are functions of project, corpus and key: the same release has the same bytes composed. */
export async function makeRelease(
  actor: ProjectActor,
  guidelines: GivenGuideline[],
  others: readonly GivenContent[] = [],
): Promise<{ id: string; number: number }> {
  const projectId = actor.project.id
  const items = []
  for (const { corpusId, ...given } of guidelines) {
    const content = makeGuideline(given)
    items.push(await approve(actor, { kind: 'guideline', corpusId, key: content.label, content }))
  }
  for (const other of others) items.push(await approve(actor, other))
  const last = await db.release.aggregate({ where: { projectId }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  return db.release.create({
    data: {
      id: uuidFromName(`release/${projectId}/${number}`),
      projectId,
      number,
      name: 'First',
      contentHash: contentHash(items),
      itemCount: items.length,
      createdById: actor.id,
      items: { create: items },
    },
    select: { id: true, number: true },
  })
}

type Approved = Omit<GivenContent, 'kind' | 'content'> & { kind: ArtifactKind; content: object }

/** The id that an approved version of a release will have, for contents that name it. */
export function versionIdOf(actor: ProjectActor, of: Pick<Approved, 'corpusId' | 'key'>, number = 1): string {
  return uuidFromName(`version/${nameOf(actor, of, number)}`)
}

const nameOf = (actor: ProjectActor, of: Pick<Approved, 'corpusId' | 'key'>, number: number) =>
  `${actor.project.id}/${of.corpusId}/${of.key}/${number}`

async function approve(actor: ProjectActor, { kind, corpusId, key, content }: Approved) {
  const projectId = actor.project.id
  const identity = { projectId, kind, corpusId, key }
  const artifact =
    (await db.artifact.findFirst({ where: identity })) ??
    (await db.artifact.create({ data: { ...identity, taskForm: 'ner' } }))
  const number = 1 + (await db.version.count({ where: { artifactId: artifact.id } }))
  const name = nameOf(actor, { corpusId, key }, number)
  const version = await db.version.create({
    data: {
      id: uuidFromName(`version/${name}`),
      artifactId: artifact.id,
      number,
      content,
      contentHash: contentHash(content),
      authorKind: 'person',
      authorId: actor.id,
      draft: { create: { projectId, kind, state: 'approved', settledAt: new Date() } },
    },
  })
  const named = { versionId: version.id, contentHash: version.contentHash }
  const decision = await db.decision.create({
    data: {
      id: uuidFromName(`decision/${name}`),
      ...named,
      projectId,
      reviewerId: actor.id,
      verdict: 'approve',
      requestKey: randomUUID(),
    },
  })
  return { ...named, decisionId: decision.id }
}

/** A recipe with the defaults that people get. */
export function makeRecipe(given: z.input<typeof recipeSchema>): Recipe {
  return recipeSchema.parse(given)
}

/** A run that waits for its worker, without one. */
export async function makeRun(
  actor: ProjectActor,
  given: { releaseId: string; recipe: Recipe },
): Promise<{ id: string; number: number }> {
  const projectId = actor.project.id
  const number = 1 + (await db.run.count({ where: { projectId } }))
  return db.run.create({
    data: {
      projectId,
      number,
      releaseId: given.releaseId,
      recipe: given.recipe,
      recipeHash: contentHash(given.recipe),
      createdById: actor.id,
    },
    select: { id: true, number: true },
  })
}
