import { draftFormatsJob } from '@/lib/artifacts/jobs'
import { drafterFor } from '@/lib/artifacts/kinds/drafter-for'
import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import { formatKey } from '@/lib/artifacts/kinds/format/drafting/format-key'
import { variants } from '@/lib/artifacts/kinds/format/drafting/variants'
import { readTrial, type Trial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import {
  type AskedDraft,
  type DraftOutcome,
  draftStandings,
  proposeDraft,
} from '@/lib/artifacts/propose-draft'
import { carriers as allCarriers } from '@/lib/formats/model'
import { db } from '@/lib/platform/db'
import type { JobContext, JobHandler } from '@/lib/platform/jobs'

type Outcome = DraftOutcome | 'failed'

const NOTES = {
  drafted: 'formatDrafted',
  unchanged: 'formatUnchanged',
  left: 'formatLeft',
  failed: 'formatFailed',
} as const

/** Drafts format variants. What does not bring every real answer back is reported in the job's log and shown to nobody else. */
export const draftFormatsHandler: JobHandler<typeof draftFormatsJob.payload> = {
  job: draftFormatsJob,
  async run({ projectId, carriers = [...allCarriers], again }, context) {
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    const counts: Record<Outcome, number> = { drafted: 0, unchanged: 0, left: 0, failed: 0 }
    if (!run) return counts
    const asked = { again, since: run.createdAt }
    const ideas = carriers.flatMap((carrier) => variants[carrier].map((variant) => ({ carrier, variant })))
    const keys = ideas.map(({ variant }) => formatKey(variant.name))
    const standings = await draftStandings({ projectId, kind: 'format', corpusId: null, keys }, asked)
    const trial = await readTrial(projectId)
    for (const [at, idea] of ideas.entries()) {
      const { name } = idea.variant
      const standing = standings.get(formatKey(name))
      await context.progress({
        done: at,
        total: ideas.length,
        step: { key: 'tryingFormat', params: { format: name, instances: trial.instances } },
      })
      const { content } = await drafterFor('format').draft(idea)
      const outcome =
        standing === 'open' ? await draftFormat(content, { projectId, trial, asked, context }) : standing!
      counts[outcome]++
      if (outcome !== 'failed') context.note({ key: NOTES[outcome], params: { format: name } })
    }
    await context.progress({
      done: ideas.length,
      total: ideas.length,
      step: { key: 'formatsDrafted', params: counts },
    })
    return counts
  },
}

async function draftFormat(
  content: FormatContent,
  given: { projectId: string; trial: Trial; asked: AskedDraft; context: JobContext },
): Promise<Outcome> {
  const { projectId, asked, context } = given
  const { issues, evidence } = checkContent(content, given.trial)
  for (const { code, message, path } of issues)
    context.note({ key: NOTES.failed, params: { format: content.name, why: message ?? `${path}: ${code}` } })
  if (issues.length > 0) return 'failed'
  return proposeDraft(drafterFor('format').author, {
    kind: 'format',
    projectId,
    corpusId: null,
    taskForm: content.taskForms.length === 1 ? content.taskForms[0]! : 'general',
    key: formatKey(content.name),
    content,
    evidence,
    asked,
    job: context,
  })
}
