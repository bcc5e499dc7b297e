import { deliverExport } from '@/lib/exports/deliver-export'
import { describeSources } from '@/lib/exports/describe-sources'
import { findFormat } from '@/lib/exports/formats/find-format'
import { exportRunJob } from '@/lib/exports/jobs'
import { listDraftPairs } from '@/lib/exports/list-draft-pairs'
import {
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  exportFormatSchema,
  exportOptionsSchema,
  type Manifest,
} from '@/lib/exports/model'
import { writeCard } from '@/lib/exports/write-card'
import { writeManifest } from '@/lib/exports/write-manifest'
import { type Source, writeRecords } from '@/lib/exports/write-records'
import { audit } from '@/lib/platform/audit'
import { db, type Json } from '@/lib/platform/db'
import { files as fileStore } from '@/lib/platform/files'
import { openHashedFile } from '@/lib/platform/hashed-file'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { recipeSchema } from '@/lib/synthesis/model'

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
    const options = exportOptionsSchema.parse(found.options)
    const { files, manifest } = await writeFolder(run, {
      folder: folderOf(exportId),
      format,
      options,
      context,
    })
    await deliverExport(files, { destination: options.destination, done: run.instructionCount, context })
    await db.$transaction(async (tx) => {
      const data = { state: 'done', files, manifest: manifest as Json, finishedAt: new Date() }
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
    await fileStore().remove(folderOf(exportId))
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

type ExportedRun = Source & Parameters<typeof writeManifest>[0]
type Order = {
  folder: string
  format: ExportFormat
  options: ExportOptions
  context: Pick<JobContext, 'progress'>
}

/** Everything that the folder of an export holds; the manifest, which names all the others, last. */
async function writeFolder(
  run: ExportedRun,
  order: Order,
): Promise<{ files: ExportFile[]; manifest: Manifest }> {
  const { format, options, folder } = order
  const definition = findFormat(format)
  const corpora = await describeSources(recipeSchema.parse(run.recipe), run)
  const hasPairs = options.draftPairs && definition.writeDraftPair !== undefined
  const { files, tally } = await writeRecords(run, {
    ...order,
    corpora: new Map(corpora.map((corpus) => [corpus.id, corpus])),
    draftPairs: hasPairs ? await listDraftPairs(run.releaseId) : [],
  })
  const write = async (name: string, text: string) => files.push(await writeFile(folder, name, text))
  const told = { format, options, corpora, tally }
  const data = files.flatMap(({ name, split, rows }) => (split ? [{ name, split, rows: rows ?? 0 }] : []))
  for (const { name, text } of definition.companions(data)) await write(name, text)
  await write('README.md', writeCard(await writeManifest(run, { ...told, files })))
  const manifest = await writeManifest(run, { ...told, files })
  await write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  return { files, manifest }
}

async function writeFile(folder: string, name: string, text: string): Promise<ExportFile> {
  const file = await openHashedFile(`${folder}/${name}`)
  await file.write(text)
  return { name, rows: null, ...(await file.commit()) }
}

const folderOf = (exportId: string) => `exports/${exportId}`
