// The example project: both corpora of this folder, imported and drafted by the jobs that do it for everybody. Running it
// again does nothing, and two at a time do it once.
import { createReadStream } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { draftGuidelinesJob } from '@/lib/artifacts/jobs'
import { importCorpus } from '@/lib/corpora/import-corpus'
import { importCorpusHandler } from '@/lib/corpora/import-corpus.job'
import { uploadFile } from '@/lib/corpora/upload-file'
import { audit } from '@/lib/platform/audit'
import { db, disconnect, pool } from '@/lib/platform/db'
import { stopSending, workJobs } from '@/lib/platform/jobs'
import { systemActor } from '@/lib/platform/model'
import { jobIsOpen, jobStateSchema, type ProjectActor } from '@/lib/projects/model'

const SLUG = 'example'
const SECONDS_TO_WAIT = 180

const corpora = [
  { fileName: 'harbour-news.en.conll', name: 'Harbour news', language: 'en' },
  { fileName: 'harbour-news.zh.jsonl', name: '港口新闻', language: 'zh' },
]

const lock = await pool().connect()
await lock.query("SELECT pg_advisory_lock(hashtextextended('seed', 0))")
try {
  if (!(await isSeeded())) await seed()
} finally {
  lock.release(true)
  await stopSending()
  await disconnect()
}

async function isSeeded(): Promise<boolean> {
  const project = await db.project.findUnique({
    where: { slug: SLUG },
    include: { corpora: { where: { name: { in: corpora.map(({ name }) => name) }, state: 'ready' } } },
  })
  if (project?.corpora.length !== corpora.length) return false
  const drafted = await db.jobRun.findMany({
    where: { projectId: project.id, kind: draftGuidelinesJob.name, state: 'done' },
    distinct: ['subjectId'],
  })
  return project.corpora.every(({ id }) => drafted.some(({ subjectId }) => subjectId === id))
}

async function seed(): Promise<void> {
  const stop = await workJobs([importCorpusHandler, draftGuidelinesHandler])
  try {
    const actor = await enterExample()
    const ids = await Promise.all(corpora.map((corpus) => importExample(actor, corpus)))
    await Promise.all(ids.map((id) => draftExample(actor, id)))
  } finally {
    await stop()
  }
}

async function enterExample(): Promise<ProjectActor> {
  const actor = systemActor('seed')
  const project = await db.$transaction(async (tx) => {
    const existing = await tx.project.findUnique({ where: { slug: SLUG } })
    if (existing) return existing
    const made = await tx.project.create({
      data: {
        slug: SLUG,
        name: 'Harbour news',
        description:
          'News from a harbour town that does not exist, in English and Chinese: a place to try things.',
      },
    })
    const subject = { subjectKind: 'project', subjectId: made.id, projectId: made.id }
    await audit(tx, actor, { action: 'project.created', ...subject, data: { slug: SLUG, name: made.name } })
    return made
  })
  return { ...actor, role: 'lead', project }
}

async function importExample(actor: ProjectActor, example: (typeof corpora)[number]): Promise<string> {
  const { fileName, name, language } = example
  const file = fileURLToPath(new URL(fileName, import.meta.url))
  const upload = await uploadFile(actor, { name: fileName, body: createReadStream(file) })
  const { corpus, jobId } = await importCorpus(actor, {
    ...{ uploadId: upload.id, name, language },
    licence: 'CC0-1.0',
    source: 'Written for Gloss',
    split: 'train',
  })
  if (jobId) await waitForJob(jobId)
  const { instanceCount } = await db.corpus.findUniqueOrThrow({ where: { id: corpus.id } })
  console.log(`${name}: ${instanceCount} instances imported`)
  return corpus.id
}

async function draftExample(actor: ProjectActor, corpusId: string): Promise<void> {
  const begun = await db.jobRun.findFirst({
    where: { kind: draftGuidelinesJob.name, subjectId: corpusId },
    orderBy: { createdAt: 'desc' },
  })
  const wasBegun = begun && (begun.state === 'done' || jobIsOpen(jobStateSchema.parse(begun.state)))
  await waitForJob(wasBegun ? begun.id : (await draftGuidelines(actor, { corpus: corpusId })).jobId)
  const { name } = await db.corpus.findUniqueOrThrow({ where: { id: corpusId } })
  const drafted = await db.artifact.count({ where: { corpusId, kind: 'guideline' } })
  console.log(`${name}: ${drafted} guidelines drafted`)
}

/** The worker in this process does it, or another one that was quicker. */
async function waitForJob(id: string): Promise<void> {
  for (let begin = Date.now(); Date.now() - begin < SECONDS_TO_WAIT * 1000; ) {
    const { state, error } = await db.jobRun.findUniqueOrThrow({ where: { id } })
    if (state === 'done') return
    if (!jobIsOpen(jobStateSchema.parse(state))) throw new Error(`${state}: ${JSON.stringify(error)}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The job ${id} took longer than ${SECONDS_TO_WAIT} seconds. Run this again to go on.`)
}
