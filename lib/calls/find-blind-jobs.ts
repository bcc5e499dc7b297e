import { db } from '@/lib/platform/db'

const OPEN = { state: { not: 'closed' } }

/** The jobs of a project whose drafters are being compared blind: what their calls said is told when that is over. */
export async function findBlindJobs(projectId: string): Promise<string[]> {
  const open = await db.comparison.findMany({ where: { projectId, ...OPEN }, select: { jobId: true } })
  return open.map(({ jobId }) => jobId)
}

/** Would the words of this call say whose one of the compared drafts is? Also of one that was asked before, and answered it from the store. */
export async function isBlindCall(call: {
  id: string
  projectId: string
  jobRunId: string | null
}): Promise<boolean> {
  const jobs = await findBlindJobs(call.projectId)
  if (call.jobRunId !== null && jobs.includes(call.jobRunId)) return true
  if (jobs.length === 0) return false
  const compared = { version: { compared: { comparison: OPEN } } }
  return (await db.versionCall.findFirst({ where: { callId: call.id, ...compared } })) !== null
}
