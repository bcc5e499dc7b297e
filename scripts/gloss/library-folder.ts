import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fromBufferPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import {
  exportLibraryEndpoint,
  importLibraryEndpoint,
  type LibraryPlan,
  previewLibraryEndpoint,
} from '@/lib/library/folder/schema'
import { endpointUrl } from '@/lib/platform/call-endpoint'
import { CommandFailure, exitCodes, usageFailure } from './failure'
import type { Outcome } from './outcome'
import { call, type Server } from './server'
import { send, uploadFile } from './transfer'
import { waitForJob } from './wait-for-job'

const MARK = 'library.yaml'
const KINDS = ['guidelines', 'rules', 'applications', 'formats']

/** Writes what is approved into a folder: changed files are changed, and files of what is approved no more are gone. */
export async function exportLibrary(
  server: Server,
  dir: string,
  { project }: { project: string },
): Promise<Outcome> {
  await requireOwnFolder(dir)
  const answer = await send(
    server,
    endpointUrl(exportLibraryEndpoint, { params: { project } }, server.url),
    {},
  )
  const zip = await fromBufferPromise(Buffer.from(await answer.arrayBuffer()))
  const before = await listFiles(dir)
  const written = new Set<string>()
  let changed = 0
  for await (const entry of zip.eachEntry()) {
    const target = path.resolve(dir, entry.fileName)
    if (!target.startsWith(path.resolve(dir) + path.sep))
      throw new CommandFailure(
        exitCodes.failed,
        `The server names a file outside of the folder: ${entry.fileName}`,
      )
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks)
    written.add(entry.fileName)
    const known = before.includes(entry.fileName) ? await readFile(target) : null
    if (known?.equals(text)) continue
    changed++
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, text)
  }
  const gone = before.filter((name) => name !== MARK && !written.has(name))
  for (const name of gone) await rm(path.join(dir, name))
  const files = written.size - 1
  return {
    result: { folder: dir, files, changed, removed: gone.length },
    lines: [`${files} files in ${dir}: ${changed} written, ${gone.length} removed`],
  }
}

/** A folder with other things in it is left alone: files that are no more are removed. */
async function requireOwnFolder(dir: string): Promise<void> {
  const there = existsSync(dir) ? await readdir(dir) : []
  const strange = there.filter((name) => !name.startsWith('.') && !/^(readme|licen[cs]e)/i.test(name))
  if (strange.length > 0 && !strange.includes(MARK))
    throw usageFailure(
      `${dir} holds other things than a library. Give an empty folder, or one that was exported before.`,
    )
}

/** The files of a library in a folder, with slashes, in a stable order. */
async function listFiles(dir: string): Promise<string[]> {
  if (!existsSync(dir)) return []
  const names = (await readdir(dir, { recursive: true })).map((name) => name.split(path.sep).join('/'))
  return names
    .filter((name) => name === MARK || (/\.ya?ml$/i.test(name) && KINDS.includes(name.split('/')[0]!)))
    .toSorted()
}

type ImportOptions = { project: string; corpora?: Record<string, string>; preview?: boolean; wait: boolean }

/** Sends a folder and makes drafts of what is new or changed in it, or only says what they would be. */
export async function importLibrary(server: Server, dir: string, options: ImportOptions): Promise<Outcome> {
  const { project, corpora = {} } = options
  const found = await stat(dir).catch(() => undefined)
  if (!found?.isDirectory()) throw usageFailure(`There is no folder ${dir}.`)
  const upload = await uploadFolder(server, { project, dir })
  const body = { uploadId: upload, corpora }
  const plan = await call(server, previewLibraryEndpoint, { params: { project }, body })
  const lines = linesOf(plan)
  if (options.preview) return { result: { plan }, lines }
  if (plan.counts.new + plan.counts.changed === 0)
    return { result: { plan }, lines: [...lines, 'There is nothing to draft.'] }
  const { jobId } = await call(server, importLibraryEndpoint, { params: { project }, body })
  if (!options.wait) return { result: { plan, jobId }, lines }
  const { result } = await waitForJob(server, { project, job: jobId, what: 'Importing the library' })
  return { result: { plan, jobId, result }, lines: [...lines, 'The drafts wait in the queue.'] }
}

async function uploadFolder(
  server: Server,
  { project, dir }: { project: string; dir: string },
): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'gloss-library-'))
  try {
    const file = path.join(place, 'library.zip')
    const zip = new ZipFile()
    const writing = pipeline(zip.outputStream as Readable, createWriteStream(file))
    for (const name of await listFiles(dir)) zip.addFile(path.join(dir, name), name)
    zip.end()
    await writing
    return (await uploadFile(server, { project, file })).id
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

function linesOf({ counts, files, unknownCorpora }: LibraryPlan): string[] {
  return [
    `${counts.new} new, ${counts.changed} changed, ${counts.same} the same, ${counts.waits} with a draft that waits, ${counts.faulty} with faults`,
    ...unknownCorpora.map(
      (name) => `No corpus “${name}” here: say which is meant with --corpus "${name}=ID"`,
    ),
    ...files.flatMap(({ path: name, faults }) =>
      faults.map(({ line, message }) => `${name}:${line}: ${message}`),
    ),
  ]
}
