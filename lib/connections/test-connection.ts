import { testConnectionJob } from '@/lib/connections/jobs'
import { findConnection } from '@/lib/connections/queries'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { startJob } from '@/lib/platform/jobs'
import { requireRole } from '@/lib/projects/enter-project'
import type { ProjectActor } from '@/lib/projects/model'

/** Orders a test of a connection: a worker asks its models, as it is the worker that must reach them. */
export async function testConnection(
  actor: ProjectActor,
  input: { connection: string },
): Promise<{ jobId: string }> {
  requireRole(actor, 'lead')
  const projectId = actor.project.id
  return db.$transaction(async (tx) => {
    const { id, name } = await findConnection(actor, input.connection, tx)
    const payload = { connectionId: id }
    const jobId = await startJob(tx, actor, { job: testConnectionJob, projectId, subjectId: id, payload })
    const about = { action: 'connection.tested', subjectKind: 'connection', subjectId: id, projectId }
    await audit(tx, actor, { ...about, data: { name, jobId } })
    return { jobId }
  })
}
