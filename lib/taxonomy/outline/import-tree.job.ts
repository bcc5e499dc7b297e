import { db } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import type { JobHandler } from '@/lib/platform/jobs'
import { importTaxonomyJob } from '@/lib/taxonomy/jobs'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { planImport } from '@/lib/taxonomy/outline/plan-import'
import { readUpload } from '@/lib/taxonomy/outline/read-upload'
import { writeImport } from '@/lib/taxonomy/outline/write-import'

const MOST_MS = 600_000

/** Everything or nothing, in one transaction. Run again, it finds what it brought already there. */
export const importTreeHandler: JobHandler<typeof importTaxonomyJob.payload> = {
  job: importTaxonomyJob,
  async run({ projectId, uploadId }, context) {
    await context.progress({ done: 0, step: { key: 'readingTree' } })
    const { rows, faults } = await readUpload(projectId, uploadId)
    if (faults.length > 0) {
      for (const { line, code, text } of faults)
        context.note({ key: 'treeFault', params: { line, code, text } })
      throw new AppError(
        'invalid',
        `The file has ${faults.length} faults; the first is in line ${faults[0]!.line}.`,
        {
          reason: 'taxonomy-faulty',
          params: { count: faults.length, line: faults[0]!.line },
        },
      )
    }
    const counts = await db.$transaction(
      async (tx) => {
        await holdTree(tx, projectId)
        const plan = await planImport(tx, projectId, rows)
        const total = plan.added.length
        await writeImport(
          tx,
          { kind: 'person', id: context.startedBy },
          {
            ...{ projectId, plan },
            onWritten: (done) => context.progress({ done, total, step: { key: 'writingTree' } }),
          },
        )
        return { added: total, known: plan.known, repeated: plan.repeated }
      },
      { timeout: MOST_MS, maxWait: 10_000 },
    )
    await context.progress({
      ...{ done: counts.added, total: counts.added },
      step: { key: 'treeRead', params: counts },
    })
    return counts
  },
}
