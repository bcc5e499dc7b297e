import { describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { cancelJob } from '@/lib/projects/cancel-job'
import { joinProject, makeProject } from '@/prisma/factories/people'

const makeJob = (projectId: string, state: string) =>
  db.jobRun.create({ data: { projectId, kind: 'test', subjectId: 's', startedBy: 'x', state } })

describe('cancelling a job', () => {
  it('asks it to stop, once, and says who asked', async () => {
    const lead = await makeProject()
    const job = await makeJob(lead.project.id, 'running')
    expect(await cancelJob(lead, { job: job.id })).toMatchObject({ state: 'running', cancelAsked: true })
    await cancelJob(lead, { job: job.id })
    expect(await db.auditEntry.count({ where: { subjectId: job.id, actorId: lead.id } })).toBe(1)
  })

  it('is refused when it is over, to annotators, and from another project', async () => {
    const lead = await makeProject()
    const done = await makeJob(lead.project.id, 'done')
    const running = await makeJob(lead.project.id, 'running')
    await expect(cancelJob(lead, { job: done.id })).rejects.toMatchObject({ details: { reason: 'job-over' } })
    const annotator = await joinProject(lead.project.slug)
    await expect(cancelJob(annotator, { job: running.id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(cancelJob(await makeProject(), { job: running.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
