import { describeCorpus } from '@/lib/artifacts/drafting/describe-corpus'
import { draftEach, type EachOutcome, missedOf } from '@/lib/artifacts/drafting/draft-each'
import { translateTextsJob } from '@/lib/artifacts/drafting/jobs'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import {
  planTranslations,
  suggestNames,
  translationInput,
  withStatement,
  withTranslation,
} from '@/lib/artifacts/drafting/plan-translations'
import { proposeChange } from '@/lib/artifacts/drafting/propose-change'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { translateText } from '@/prompts/translate-text/contract'

const NOTES = { drafted: 'labelTranslated', unchanged: 'labelSaidBefore', left: 'labelLeft' }

/** Translates texts of a corpus. Names become suggestions, statements and definitions drafts of the next versions. */
export const translateTextsHandler: JobHandler<typeof translateTextsJob.payload> = {
  job: translateTextsJob,
  async run({ corpusId, what, into, connectionId, isBatch }, context) {
    const corpus = await describeCorpus(corpusId)
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!corpus || !run) return { drafted: 0, unchanged: 0, left: 0 }
    const { projectId } = corpus
    const { role } = translateText
    const { runId: jobRunId, signal } = context
    const caller = await openCaller({ projectId, connectionId, isBatch, role, jobRunId, signal })
    const author = await modelAuthor({ connectionId, role })
    const since = run.createdAt
    return draftEach(await planTranslations(corpus, { what, into }), {
      ...{ caller, context, isBatch, notes: NOTES },
      async draft(translation, ask): Promise<EachOutcome[]> {
        const { input, options } = translationInput(corpus, { translation, into })
        const said = await ask(translateText, input, options)
        const { key } = translation
        if (said.outcome !== 'answer') return [missedOf(key, said)]
        const { callIds } = said
        const { texts } = said.value
        if (translation.of === 'names') {
          const { labels } = translation
          await suggestNames(corpusId, { labels, texts, language: into, author: author.id })
          return labels.map((label) => ({ key: label, outcome: 'drafted' as const }))
        }
        const given = { corpus, callIds, since, context }
        const outcome =
          translation.of === 'rule'
            ? await proposeChange(author, {
                ...{ ...given, kind: 'rule', approved: translation.rule },
                content: withStatement(translation.rule, { into, texts }),
              })
            : await proposeChange(author, {
                ...{ ...given, kind: 'guideline', approved: translation.guideline },
                content: withTranslation(translation.guideline, { into, texts }),
              })
        return [{ key, outcome }]
      },
    })
  },
}
