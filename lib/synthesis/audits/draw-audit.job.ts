import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { offerRecord } from '@/lib/synthesis/audits/offer-record'
import { sampleRecords } from '@/lib/synthesis/audits/sample-records'
import { drawAuditJob } from '@/lib/synthesis/jobs'

const actor = systemActor('draw-audit')

/** Draws the sample of a run and puts it in the queue, record by record. Run again it goes on with those that are missing. */
export const drawAuditHandler: JobHandler<typeof drawAuditJob.payload> = {
  job: drawAuditJob,
  async run({ auditId }, context) {
    const found = await db.runAudit.findUnique({
      where: { id: auditId },
      include: { run: true, records: { select: { position: true } } },
    })
    if (!found?.run.fileKey || found.state !== 'open') return {}
    const { n, seed, run } = found
    const known = new Set(found.records.map(({ position }) => position))
    let drawn = known.size
    const report = () => context.progress({ done: drawn, total: n, step: { key: 'drawingRecords' } })
    const sample = { n, seed, of: run.instructionCount, onRead: report }
    for await (const one of sampleRecords(found.run.fileKey, sample)) {
      if (known.has(one.position)) continue
      if (!(await offerRecord(actor, found, one))) return {}
      drawn++
      await report()
    }
    return { drawn }
  },
}
