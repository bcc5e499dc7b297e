import { judgeDraftsJob } from '@/lib/artifacts/advice/jobs'
import { keepAdvice } from '@/lib/artifacts/advice/keep-advice'
import { adviceInput, corporaOnce, findJudged, lineOf } from '@/lib/artifacts/advice/plan-advice'
import { draftEach, type EachOutcome, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { judgeDraft } from '@/prompts/judge-draft/contract'

const NOTES = { drafted: 'draftJudged', unchanged: 'labelLeft', left: 'labelLeft' }

/** Asks models about waiting drafts. What they say is kept beside the draft: it decides nothing, and moves the draft only in a queue that goes by doubt. */
export const judgeDraftsHandler: JobHandler<typeof judgeDraftsJob.payload> = {
  job: judgeDraftsJob,
  async run({ connectionId, isBatch, ...of }, context) {
    const { role } = judgeDraft
    const { runId: jobId, signal } = context
    const given = { projectId: of.projectId, connectionId, isBatch, role, jobRunId: jobId, signal }
    const caller = await openCaller(given)
    const author = await modelAuthor({ connectionId, role })
    const drafts = await findJudged(of)
    const done = await db.draftAdvice.findMany({ where: { jobId }, select: { versionId: true } })
    const judged = new Set(done.map(({ versionId }) => versionId))
    const corpora = corporaOnce()
    return draftEach(
      drafts.filter(({ versionId }) => !judged.has(versionId)),
      {
        ...{ caller, context, isBatch, notes: NOTES },
        before: { drafted: judged.size, unchanged: 0, left: 0 },
        async draft(draft, ask): Promise<EachOutcome[]> {
          const { key, versionId } = draft
          const prepared = await adviceInput(draft, corpora)
          if (!prepared) return [{ key, outcome: 'left' }]
          const said = await ask(judgeDraft, prepared.input, prepared.options)
          if (said.outcome !== 'answer') return [missedOf(key, said)]
          const { advice, overall } = said.value
          const lines = advice.map((one) => ({ ...one, text: lineOf(prepared.lines, one) }))
          await keepAdvice({
            ...{ versionId, jobId, callId: said.callIds.at(-1) ?? null, model: author.id },
            ...{ prompt: `${judgeDraft.name}@${judgeDraft.version}`, content: { lines, overall } },
          })
          return [{ key, outcome: 'drafted' }]
        },
      },
    )
  },
}
