import { z } from 'zod'
import { draftableForms } from '@/lib/artifacts/model'
import { findReadyCorpus } from '@/lib/artifacts/writing/find-ready-corpus'
import type { WritingGround } from '@/lib/artifacts/writing/schema'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { transformsFor } from '@/lib/rules/find-transform'
import { startingParameters } from '@/lib/rules/starting-parameters'

/** What somebody who writes a rule or a guideline for a corpus can choose from. */
export async function readWritingGround(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<WritingGround> {
  const corpus = await findReadyCorpus(actor, input.corpus)
  const guidelines = await db.artifact.findMany({
    where: {
      projectId: actor.project.id,
      corpusId: corpus.id,
      kind: 'guideline',
      versions: { some: { draft: { state: { in: ['waiting', 'disputed', 'approved'] } } } },
    },
    select: { key: true },
  })
  const { taskForm, language, labels } = corpus
  return {
    taskForm,
    language,
    labels,
    guided: guidelines.map(({ key }) => key),
    canHaveGuidelines: draftableForms.includes(taskForm),
    transforms: transformsFor(taskForm).map(({ name, family, parameters }) => ({
      name,
      family,
      parameterSchema: z.toJSONSchema(parameters, { io: 'input' }) as Record<string, unknown>,
      parameters: startingParameters(name, corpus),
    })),
  }
}
