import { createHash } from 'node:crypto'
import { findFormat } from '@/lib/exports/formats/find-format'
import { exportRunJob } from '@/lib/exports/jobs'
import { type ExportFile, type ExportFormat, exportFormatSchema } from '@/lib/exports/model'
import { writeManifest } from '@/lib/exports/write-manifest'
import { audit } from '@/lib/platform/audit'
import { db } from '@/lib/platform/db'
import { type HashedFile, openHashedFile } from '@/lib/platform/hashed-file'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { readLines } from '@/lib/platform/read-lines'
import type { Instruction } from '@/lib/synthesis/model'

const actor = systemActor('export-run')

/** Streams a run's file into the files of an export. Run again it writes them anew, with the same bytes. */
export const exportRunHandler: JobHandler<typeof exportRunJob.payload> = {
  job: exportRunJob,
  async run({ exportId }, context) {
    const found = await db.export.findUnique({ where: { id: exportId }, include: { run: true } })
    if (!found || found.state === 'done') return {}
    await db.export.update({ where: { id: exportId }, data: { state: 'running' } })
    const { run } = found
    const format = exportFormatSchema.parse(found.format)
    const written = await writeRecords(run, { exportId, format, context })
    const manifest = await writeManifest(run, { format, ...written })
    const files = [...written.files, await writeFile(exportId, 'manifest.json', manifest)]
    await db.$transaction(async (tx) => {
      const data = { state: 'done', files, manifest: JSON.parse(manifest), finishedAt: new Date() }
      await tx.export.update({ where: { id: exportId }, data })
      await audit(tx, actor, {
        action: 'export.written',
        subjectKind: 'export',
        subjectId: exportId,
        projectId: found.projectId,
        data: { run: run.number, format, files: files.map(({ name, sha256 }) => ({ name, sha256 })) },
      })
    })
    return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
  },
  async ended({ exportId }, state) {
    const found = await db.export.findUnique({ where: { id: exportId } })
    if (!found || found.state === 'done') return
    await db.$transaction(async (tx) => {
      await tx.export.update({ where: { id: exportId }, data: { state, finishedAt: new Date() } })
      const { projectId } = found
      await audit(tx, actor, {
        action: `export.${state}`,
        subjectKind: 'export',
        subjectId: exportId,
        projectId,
      })
    })
  },
}

type Source = { fileKey: string | null; sha256: string | null; instructionCount: number }
type Order = { exportId: string; format: ExportFormat; context: Pick<JobContext, 'progress'> }
type Written = { files: ExportFile[]; uses: Map<string, number> }

/** The records in their format and, line by line beside them, where each comes from. */
async function writeRecords(run: Source, order: Order): Promise<Written> {
  if (!run.fileKey) throw new Error('The run has no file: compose it again.')
  const { fileName } = findFormat(order.format)
  const records = await openHashedFile(keyOf(order.exportId, fileName))
  const provenance = await openHashedFile(keyOf(order.exportId, 'provenance.jsonl'))
  try {
    const uses = await copyRecords({ ...run, fileKey: run.fileKey }, { ...order, records, provenance })
    const rows = run.instructionCount
    const files = [
      { name: fileName, rows, ...(await records.commit()) },
      { name: 'provenance.jsonl', rows, ...(await provenance.commit()) },
    ]
    return { files, uses }
  } catch (error) {
    await Promise.all([records.discard(), provenance.discard()])
    throw error
  }
}

async function copyRecords(
  run: Source & { fileKey: string },
  to: Order & { records: HashedFile; provenance: HashedFile },
): Promise<Map<string, number>> {
  const { frame, writeRecord } = findFormat(to.format)
  const [open, between, close] = frame === 'array' ? ['[\n', ',\n', '\n]\n'] : ['', '\n', '\n']
  const uses = new Map<string, number>()
  const hash = createHash('sha256')
  const startedAt = performance.now()
  let done = 0
  await to.records.write(open)
  for await (const lines of readLines(run.fileKey)) {
    for (const line of lines) {
      hash.update(line).update('\n')
      const instruction = JSON.parse(line.toString('utf8')) as Instruction
      const { id, provenance } = instruction
      for (const { versionId } of provenance.versions) uses.set(versionId, (uses.get(versionId) ?? 0) + 1)
      const record = JSON.stringify(writeRecord(instruction))
      const full = to.records.write(done++ ? between + record : record)
      if (full) await full
      const fuller = to.provenance.write(`${JSON.stringify({ id, ...provenance })}\n`)
      if (fuller) await fuller
    }
    const rate = Math.round((done * 1000) / (performance.now() - startedAt))
    const step = { key: 'writingExport', params: { format: to.format, rate } }
    await to.context.progress({ done, total: run.instructionCount, step })
  }
  if (frame === 'array' || done) await to.records.write(close)
  if (hash.digest('hex') !== run.sha256)
    throw new Error('The file of the run is not the one that was composed: compose it again.')
  return uses
}

async function writeFile(exportId: string, name: string, text: string): Promise<ExportFile> {
  const file = await openHashedFile(keyOf(exportId, name))
  await file.write(text)
  return { name, rows: null, ...(await file.commit()) }
}

const keyOf = (exportId: string, name: string) => `exports/${exportId}/${name}`
