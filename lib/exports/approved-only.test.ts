import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'
import { exportRunHandler } from '@/lib/exports/export-run.job'
import { exportFormats } from '@/lib/exports/model'
import { startExport } from '@/lib/exports/start-export'
import { cutRelease } from '@/lib/library/cut-release'
import type { ProjectActor } from '@/lib/projects/model'
import { undoDecision } from '@/lib/reviews/undo-decision'
import { composeRunHandler } from '@/lib/synthesis/compose-run.job'
import { startRun } from '@/lib/synthesis/start-run'
import { makeCorpus } from '@/prisma/factories/corpora'
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
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { actor, approved, corpus } = await decide(history)
      if (!approved.size) return
      const bytes = await composeAndExport(actor, corpus)
      expect(new Set(bytes.match(MARK))).toEqual(approved)
    }),
    {
      numRuns: 12,
      examples: [
        [['waits', 'approved', 'edited', 'rejected', 'approvedAndUndone']],
        [
          [
            'editedAndUndone',
            'approvedThenDraftedAgain',
            'approvedThenRejectedAnew',
            'skipped',
            'rejectedUndoneApproved',
          ],
        ],
      ],
    },
  )
}, 120_000)

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

/** All bytes that leave: the run's file and every file of an export in each format. */
async function composeAndExport(actor: ProjectActor, corpus: { id: string }): Promise<string> {
  const release = await cutRelease(actor, {})
  const recipe = makeRecipe({ corpora: [corpus.id], compoundShare: 1 })
  const { run } = await startRun(actor, { release: release.number, recipe })
  const context = {
    runId: '',
    projectId: actor.project.id,
    startedBy: actor.id,
    signal: new AbortController().signal,
    note: () => {},
    progress: async () => {},
  }
  await composeRunHandler.run({ runId: run.id }, context)
  const folders = [path.join(folder, 'runs', run.id)]
  for (const format of exportFormats) {
    const started = await startExport(actor, { run: run.number, format })
    await exportRunHandler.run({ exportId: started.export.id }, context)
    folders.push(path.join(folder, 'exports', started.export.id))
  }
  const texts = folders.map(async (one) => {
    const names = await readdir(one)
    return Promise.all(names.map((name) => readFile(path.join(one, name), 'utf8')))
  })
  return (await Promise.all(texts)).flat().join('\n')
}
