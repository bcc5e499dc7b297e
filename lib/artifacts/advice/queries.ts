import { z } from 'zod'
import { type AdviceView, adviceLineSchema } from '@/lib/artifacts/advice/schema'
import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { ProjectActor } from '@/lib/projects/model'

/** What is kept of a model's opinion. */
export const adviceContentSchema = z.object({ lines: z.array(adviceLineSchema), overall: z.string() })

export async function readAdvice(
  actor: ProjectActor,
  input: { version: string },
): Promise<{ items: AdviceView[] }> {
  const version = await db.version.findFirst({
    where: { id: input.version, artifact: { projectId: actor.project.id } },
    select: { advice: { orderBy: { createdAt: 'desc' }, take: 20 } },
  })
  if (!version)
    throw new AppError('not_found', 'There is no such version in this project.', {
      reason: 'version-unknown',
    })
  return {
    items: version.advice.map(({ id, versionId, model, prompt, callId, content, createdAt }) => ({
      ...{ id, versionId, model, prompt, callId, createdAt: createdAt.toISOString() },
      ...adviceContentSchema.parse(content),
    })),
  }
}
