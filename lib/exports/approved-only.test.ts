import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { readRecords } from '@/lib/exports/encodings/parquet/read-records'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { type ExportFormat, exportFormats } from '@/lib/exports/model'
import { startExport } from '@/lib/exports/start-export'
import { verifyFolder } from '@/lib/exports/verify-folder'
import { cutRelease } from '@/lib/library/releases/cut-release'
import type { ProjectActor } from '@/lib/projects/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { overrideAudit } from '@/lib/synthesis/audits/override-audit'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { startRun } from '@/lib/synthesis/start-run'
import { makeCorpus } from '@/prisma/factories/corpora'
import { quietContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import {
  approveDraft,
  editDraft,
  guidelineContent,
  propose,
  type QueuedDraft,
  queueDrafts,
  rejectDraft,
  skipDraft,
} from '@/prisma/factories/reviews'
import { makeRecipe } from '@/prisma/factories/synthesis'

const folder = path.join(process.env.GLOSS_DATA_DIR!, 'files')

/** Every text of a guideline carries a word that is nowhere else, so that its bytes can be looked for. */
const marked = (label: string, mark: string): GuidelineContent =>
  guidelineContent({
    label,
    definition: `Definition ${mark}.`,
    includes: [`Included ${mark}`],
    excludes: [`Excluded ${mark}`],
    typical: [`Typical ${mark}`],
  })

type Life = (actor: ProjectActor, draft: QueuedDraft, mark: string) => Promise<string | null>

const undo = (actor: ProjectActor, decision: { id: string }) =>
  undoDecision(actor, { decisionId: decision.id, requestKey: `undo-${randomUUID()}` })

/** What may happen to a draft, and the mark of the text that a person has approved in the end. */
const lives: Record<string, Life> = {
  waits: async () => null,
  approved: async (actor, draft, mark) => {
    await approveDraft(actor, draft)
    return mark
  },
  rejected: async (actor, draft) => {
    await rejectDraft(actor, draft)
    return null
  },
  skipped: async (actor, draft) => {
    await skipDraft(actor, draft)
    return null
  },
  edited: async (actor, draft, mark) => {
    await editDraft(actor, draft, marked(draft.content.label, `${mark}edited`))
    return `${mark}edited`
  },
  approvedAndUndone: async (actor, draft) => {
    await undo(actor, await approveDraft(actor, draft))
    return null
  },
  editedAndUndone: async (actor, draft, mark) => {
    await undo(actor, await editDraft(actor, draft, marked(draft.content.label, `${mark}undone`)))
    return null
  },
  rejectedUndoneApproved: async (actor, draft, mark) => {
    await undo(actor, await rejectDraft(actor, draft))
    await approveDraft(actor, draft)
    return mark
  },
  approvedThenDraftedAgain: async (actor, draft, mark) => {
    await approveDraft(actor, draft)
    await propose(actor, { corpusId: draft.corpusId, content: marked(draft.content.label, `${mark}again`) })
    return mark
  },
  approvedThenRejectedAnew: async (actor, draft, mark) => {
    await approveDraft(actor, draft)
    const { corpusId } = draft
    await rejectDraft(
      actor,
      await propose(actor, { corpusId, content: marked(draft.content.label, `${mark}worse`) }),
    )
    return mark
  },
}

const LABELS = ['person', 'place', 'vessel', 'law', 'cargo']
const MARK = /mark[a-z]+/g

it('whatever was decided, no byte of a run or an export is of a text that no person approved', async () => {
  const histories = fc.tuple(...LABELS.map(() => fc.constantFrom(...Object.keys(lives))))
  const someFormats = fc.subarray([...exportFormats], { minLength: 3, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(histories, someFormats, async (history, formats) => {
      const { actor, approved, corpus } = await decide(history)
      if (!approved.size) return
      const bytes = await composeAndExport(actor, corpus, formats)
      expect(new Set(bytes.match(MARK))).toEqual(approved)
    }),
    {
      numRuns: 12,
      examples: [
        [['waits', 'approved', 'edited', 'rejected', 'approvedAndUndone'], [...exportFormats]],
        [
          [
            'editedAndUndone',
            'approvedThenDraftedAgain',
            'approvedThenRejectedAnew',
            'skipped',
            'rejectedUndoneApproved',
          ],
          [...exportFormats],
        ],
      ],
    },
  )
}, 120_000)

it('gives the text of rejected drafts away only as the rejected side of a pair, and only when asked for it', async () => {
  const { actor, approved, corpus } = await decide([
    'approvedThenRejectedAnew',
    'approved',
    'rejected',
    'waits',
    'edited',
  ])
  const { run } = await compose(actor, corpus)
  const place = await exportAs(actor, { run: run.number, format: 'trl-preference', draftPairs: true })
  const pairs = (await readFile(path.join(place, 'trl-preference.jsonl'), 'utf8')).trim().split('\n')
  const parsed = pairs.map((line) => JSON.parse(line))
  expect(parsed.map(({ rejected }) => rejected[0].content.match(MARK)[0])).toEqual(['markpersonworse'])
  for (const { prompt, chosen } of parsed)
    for (const mark of JSON.stringify([prompt, chosen]).match(MARK) ?? []) expect(approved).toContain(mark)
  expect(await verifyFolder(place)).toMatchObject({ faults: [], records: 1 })
})

async function decide(history: string[]) {
  const actor = await makeProject()
  const sentences = Array.from(
    { length: 20 },
    (_, at) => `${at} [it|${LABELS[at % 5]}] and [that|${LABELS[at % 3]}]`,
  )
  const corpus = await makeCorpus(actor, { sentences })
  const contents = LABELS.map((label) => marked(label, `mark${label}`))
  const drafts = await queueDrafts(actor, { corpus, contents })
  const approved = new Set<string>()
  for (const [at, draft] of drafts.entries()) {
    const mark = await lives[history[at]!]!(actor, draft, `mark${LABELS[at]}`)
    if (mark) approved.add(mark)
  }
  return { actor, approved, corpus }
}

/** All that leaves: the run's file and every file of an export in each of the formats. */
async function composeAndExport(
  actor: ProjectActor,
  corpus: { id: string },
  formats: ExportFormat[],
): Promise<string> {
  const { run } = await compose(actor, corpus)
  const folders = [path.join(folder, 'runs', run.id)]
  for (const format of formats) folders.push(await exportAs(actor, { run: run.number, format }))
  const texts = folders.map(async (one) => {
    const names = await readdir(one)
    return Promise.all(names.map((name) => textOf(path.join(one, name))))
  })
  return (await Promise.all(texts)).flat().join('\n')
}

/** The pages of Parquet are packed: its bytes hold parts of words. */
async function textOf(file: string): Promise<string> {
  if (!file.endsWith('.parquet')) return readFile(file, 'utf8')
  const rows: unknown[] = []
  for await (const { record } of readRecords(file)) rows.push(record)
  return JSON.stringify(rows)
}

async function compose(actor: ProjectActor, corpus: { id: string }) {
  const release = await cutRelease(actor, {})
  const recipe = makeRecipe({ corpora: [corpus.id], compoundShare: 1 })
  const started = await startRun(actor, { release: release.number, recipe })
  await composeRunHandler.run({ runId: started.run.id }, quietContext)
  await overrideAudit(actor, { number: started.run.number, reason: 'Written for a test.' })
  return started
}

async function exportAs(actor: ProjectActor, given: Parameters<typeof startExport>[1]): Promise<string> {
  const started = await startExport(actor, given)
  await exportRunHandler.run({ exportId: started.export.id }, quietContext)
  return path.join(folder, 'exports', started.export.id)
}
