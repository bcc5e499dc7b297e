import { libraryKinds } from '@/lib/artifacts/model'
import { type PlannedFile, planImport } from '@/lib/library/folder/plan-import'
import { readFolder } from '@/lib/library/folder/read-folder'
import { importLibraryJob } from '@/lib/library/jobs'
import { type Brought, checkBrought, proposeBrought } from '@/lib/library/propose-brought'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'

type Work = { projectId: string; context: JobContext }

/** Makes drafts of the files of a folder, rules before the answers under them. Run again, it finds what it made already waiting. */
export const importLibraryHandler: JobHandler<typeof importLibraryJob.payload> = {
  job: importLibraryJob,
  async run({ projectId, uploadId, corpora }, context) {
    const files = await readFolder(projectId, uploadId)
    const plan = await planImport(projectId, files, corpora)
    const counts = { drafted: 0, same: 0, waits: 0, faulty: 0 }
    const ordered = libraryKinds.flatMap((kind) => plan.filter((one) => one.kind === kind))
    const unread = plan.filter(({ kind }) => kind === undefined)
    for (const [at, planned] of [...unread, ...ordered].entries()) {
      await context.progress({ done: at, total: plan.length, step: { key: 'readingLibrary' } })
      const outcome = await bring(await again(planned, { files, corpora, projectId }), { projectId, context })
      counts[outcome]++
    }
    await context.progress({
      done: plan.length,
      total: plan.length,
      step: { key: 'libraryRead', params: counts },
    })
    return counts
  },
}

/** An answer whose rule came with the same folder is looked at once more when that rule is here. */
async function again(
  planned: PlannedFile,
  of: { files: Awaited<ReturnType<typeof readFolder>>; corpora: Record<string, string>; projectId: string },
): Promise<PlannedFile> {
  if (planned.kind !== 'application' || planned.state === 'faulty') return planned
  const own = of.files.filter(({ path }) => path === planned.path)
  return (await planImport(of.projectId, own, of.corpora))[0] ?? planned
}

async function bring(planned: PlannedFile, work: Work): Promise<'drafted' | 'same' | 'waits' | 'faulty'> {
  const { path, state, faults, kind, file, content, corpusId = null } = planned
  const { projectId, context } = work
  for (const { line, message } of faults)
    context.note({ key: 'libraryFault', params: { path, line, why: message } })
  if (state === 'same' || state === 'waits' || state === 'faulty') return state
  const { key, taskForm } = file!
  const brought: Brought = { projectId, kind: kind!, corpusId, taskForm, key, content: content! }
  const { issues, evidence } = await checkBrought(brought)
  for (const issue of issues)
    context.note({
      key: 'libraryFault',
      params: { path, line: 1, why: `${issue.path}: ${issue.message ?? issue.code}` },
    })
  if (issues.length > 0) return 'faulty'
  const { hash, version, history } = file!
  const named = { file: path, key, ...(version !== undefined && { version }), history }
  await db.$transaction(async (tx) => {
    const proposed = await proposeBrought(
      tx,
      { kind: 'person', id: context.startedBy },
      {
        ...{ brought, evidence },
        sources: [{ how: 'imported', versionId: null, hash: hash ?? contentHash(file!.content), named }],
      },
    )
    await audit(tx, systemActor('import-library'), {
      action: `${kind}.drafted`,
      subjectKind: 'version',
      subjectId: proposed.id,
      projectId,
      data: { label: key, number: proposed.number, startedBy: context.startedBy, jobId: context.runId },
    })
  })
  return 'drafted'
}
