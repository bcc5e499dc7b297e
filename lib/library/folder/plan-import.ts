import { findKind } from '@/lib/artifacts/kinds/find-kind'
import { type Content, draftableForms, type LibraryKind } from '@/lib/artifacts/model'
import { labelCountSchema } from '@/lib/corpora/model'
import { findRule, fitContent, underRule } from '@/lib/library/folder/fit-content'
import {
  type ArtifactFile,
  type FileFault,
  type FoundFault,
  MOST_FILE_BYTES,
} from '@/lib/library/folder/model'
import { type ReadFile, readFile } from '@/lib/library/folder/read-file'
import type { FoundFile } from '@/lib/library/folder/read-folder'
import { db } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'

/** What an import would do with a file. `waits`: a draft of it waits to be decided first. */
export const planStates = ['new', 'changed', 'same', 'waits', 'faulty'] as const
export type PlanState = (typeof planStates)[number]

export type PlannedFile = { path: string; state: PlanState; faults: FoundFault[] } & Partial<Planned>
type Planned = {
  kind: LibraryKind
  file: ArtifactFile
  corpusId: string | null
  content: Content
  /** References to instances that hold in the corpus of the file only. */
  dropped: number
  /** What the library says now. */
  before: { versionId: string; content: Content } | null
}

type CorpusRow = { id: string; name: string; taskForm: string; fileSha256: string; labels: Set<string> }

/** Compares the files of a folder with a project's library. `corpora`: ids by the names that the files use. Writes nothing. */
export async function planImport(
  projectId: string,
  files: readonly FoundFile[],
  corpora: Readonly<Record<string, string>>,
): Promise<PlannedFile[]> {
  const known = await readCorpora(projectId)
  const findCorpus = (name: string) =>
    known.find(({ id }) => id === corpora[name]) ?? known.find((corpus) => corpus.name === name)
  const readings = files.map(({ path, text }) => ({
    path,
    reading: text === null ? tooLarge : readFile(text),
  }))
  const rules = new Set(
    readings.flatMap(({ reading }) =>
      'found' in reading && reading.found.kind === 'rule' ? [contentHash(reading.found.file.content)] : [],
    ),
  )
  const seen = new Set<string>()
  const planned: PlannedFile[] = []
  for (const { path, reading } of readings) {
    if ('faults' in reading) planned.push({ path, state: 'faulty', faults: reading.faults })
    else planned.push({ path, ...(await planFile(reading.found, { projectId, findCorpus, rules, seen })) })
  }
  return planned
}

const tooLarge = {
  faults: [
    {
      code: 'too-large' as const,
      line: 1,
      message: `A file of a library has at most ${MOST_FILE_BYTES / 1e6} MB.`,
    },
  ],
}

type Ground = {
  projectId: string
  findCorpus(name: string): CorpusRow | undefined
  /** The hashes of the rules that the folder brings itself. */
  rules: ReadonlySet<string>
  seen: Set<string>
}

async function planFile(read: ReadFile, ground: Ground): Promise<Omit<PlannedFile, 'path'>> {
  const { kind, file, lineOf } = read
  const fault = (code: FileFault, at: string, message: string) => ({
    ...{ state: 'faulty' as const, kind, file },
    faults: [{ code, line: lineOf(at), message }],
  })
  const corpus = kind === 'format' || kind === 'pair' ? null : ground.findCorpus(file.corpus?.name ?? '')
  if (corpus === undefined)
    return fault(
      'corpus-unknown',
      'corpus',
      `There is no corpus “${file.corpus?.name ?? ''}” in this project.`,
    )
  const identity = `${kind}\n${corpus?.id ?? ''}\n${file.key}`
  if (ground.seen.has(identity)) return fault('twice', 'key', `Another file is about “${file.key}”, too.`)
  ground.seen.add(identity)
  const unfit = corpus && unfitFor(read, corpus)
  if (unfit) return fault(...unfit)
  const fitted = fitContent(kind, read.content, corpus === null || corpus.fileSha256 === file.corpus?.file)
  if (!fitted)
    return fault(
      'other-file',
      'corpus.file',
      'The corpus was made from another file: its instances are others.',
    )
  const rule = kind === 'application' ? await ruleFor(file, { ...ground, corpusId: corpus!.id }) : null
  if (kind === 'application' && !rule)
    return fault(
      'rule-unknown',
      'rule',
      'The rule that this answer is under is not in this project, nor in the folder.',
    )
  const content = rule?.id ? underRule(fitted.content, rule.id) : fitted.content
  const about = { kind, file, corpusId: corpus?.id ?? null, content, dropped: fitted.dropped }
  const standing = await readStanding(ground.projectId, about)
  if (standing.isRetired) return fault('retired', 'key', `“${file.key}” is retired here. Restore it first.`)
  return { ...about, ...standing, faults: [] }
}

function unfitFor({ kind, file, content }: ReadFile, corpus: CorpusRow): [FileFault, string, string] | null {
  const form = 'taskForm' in content ? content.taskForm : file.taskForm
  if (form !== corpus.taskForm || file.taskForm !== corpus.taskForm)
    return ['corpus-unfit', 'taskForm', `“${corpus.name}” is of ${corpus.taskForm}.`]
  if (kind !== 'guideline' || !('label' in content)) return null
  if (content.label !== file.key) return ['shape', 'content.label', 'A guideline’s key is its label.']
  if (!draftableForms.some((one) => one === corpus.taskForm))
    return ['corpus-unfit', 'taskForm', `“${corpus.name}” has no labels.`]
  return corpus.labels.has(content.label)
    ? null
    : ['label-unknown', 'content.label', `“${corpus.name}” has no such label.`]
}

/** The rule of an answer: here already, or among the files and not here yet. */
async function ruleFor(
  { rule }: ArtifactFile,
  { projectId, corpusId, rules }: Ground & { corpusId: string },
): Promise<{ id: string | null } | null> {
  if (!rule) return null
  const id = await findRule(db, { projectId, corpusId, ...rule })
  return id || rules.has(rule.hash) ? { id } : null
}

/** How what a file says stands to what the library has of it. */
async function readStanding(
  projectId: string,
  { kind, file, corpusId, content }: Pick<Planned, 'kind' | 'file' | 'corpusId' | 'content'>,
): Promise<{ state: PlanState; before: Planned['before']; isRetired: boolean }> {
  const artifact = await db.artifact.findFirst({
    where: { projectId, kind, corpusId, key: file.key },
    select: {
      retiredAt: true,
      versions: {
        where: { draft: { state: { notIn: ['superseded', 'proposed'] } } },
        orderBy: { number: 'desc' },
        select: { id: true, content: true, draft: { select: { state: true } } },
      },
    },
  })
  const versions = (artifact?.versions ?? []).map(({ id, draft, ...row }) => ({
    ...{ id, state: draft?.state },
    content: findKind(kind).content.parse(row.content),
  }))
  const isRetired = artifact?.retiredAt != null
  const stands = versions.find(({ state }) => state === 'approved') ?? versions[0]
  const before = stands ? { versionId: stands.id, content: stands.content } : null
  const hash = contentHash(content)
  if (versions.some((one) => one.state !== 'rejected' && contentHash(one.content) === hash))
    return { state: 'same', before, isRetired }
  if (versions.some(({ state }) => state === 'waiting' || state === 'disputed'))
    return { state: 'waits', before, isRetired }
  return { state: before ? 'changed' : 'new', before, isRetired }
}

async function readCorpora(projectId: string): Promise<CorpusRow[]> {
  const rows = await db.corpus.findMany({
    where: { projectId, state: 'ready' },
    select: { id: true, name: true, taskForm: true, fileSha256: true, labels: true },
  })
  return rows.map((row) => ({
    ...row,
    labels: new Set(
      labelCountSchema
        .array()
        .parse(row.labels)
        .map(({ label }) => label),
    ),
  }))
}
