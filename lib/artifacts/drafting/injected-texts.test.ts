import { afterAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { judgeDrafts } from '@/lib/artifacts/advice/judge-drafts'
import { judgeDraftsHandler } from '@/lib/artifacts/advice/judge-drafts.job'
import { draftFormats } from '@/lib/artifacts/draft-formats'
import { draftFormatsHandler } from '@/lib/artifacts/draft-formats.job'
import { draftGuidelines } from '@/lib/artifacts/draft-guidelines'
import { draftGuidelinesHandler } from '@/lib/artifacts/draft-guidelines.job'
import { draftRules } from '@/lib/artifacts/draft-rules'
import { draftRulesHandler } from '@/lib/artifacts/draft-rules.job'
import { draftApplications } from '@/lib/artifacts/drafting/draft-applications'
import { draftApplicationsHandler } from '@/lib/artifacts/drafting/draft-applications.job'
import { draftingResultSchema } from '@/lib/artifacts/drafting/model'
import { paraphraseGuidelines } from '@/lib/artifacts/drafting/paraphrase-guidelines'
import { paraphraseGuidelinesHandler } from '@/lib/artifacts/drafting/paraphrase-guidelines.job'
import type { TranslatedTexts } from '@/lib/artifacts/drafting/schema'
import { translateTexts } from '@/lib/artifacts/drafting/translate-texts'
import { translateTextsHandler } from '@/lib/artifacts/drafting/translate-texts.job'
import { writeRule } from '@/lib/artifacts/writing/write-rule'
import { db, pool } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { makeGuidelineDraft } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { hostileWords } from '@/prisma/factories/hostile-words'
import { makeJobContext } from '@/prisma/factories/jobs'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

const plain = (strange: string) => strange.replaceAll(/[[\]|\0]/g, ' ')
const ordinary = { isBatch: false, again: 'never' as const }

/** A corpus, a guideline and a rule that are full of orders; the latter two a person has approved. */
async function prepare(model: string) {
  const actor = await makeProject({ role: 'lead' })
  const sentences = hostileWords.map(
    (strange, at) => `[The Grey Petrel ${at}|vessel] left. ${plain(strange)}`,
  )
  const corpus = await makeCorpus(actor, { sentences })
  const strange = hostileWords.slice(0, 5).map(plain)
  const guideline = await makeGuidelineDraft(actor, {
    corpus,
    content: { definition: strange[0]!, includes: strange, questions: strange },
  })
  await approveDraft(actor, guideline)
  const { versionId } = await writeRule(actor, {
    corpus: corpus.id,
    rule: {
      ...{
        taskForm: 'ner',
        scope: { labels: ['vessel'] },
        transform: null,
        exceptions: [],
        note: strange[1]!,
      },
      statement: {
        en: `Leave out the article before a name. ${strange[2]}`,
        zh: `去掉冠词。${plain(hostileWords[10]!)}`,
      },
      paraphrases: { en: [], zh: [] },
    },
  })
  const { contentHash } = await db.version.findUniqueOrThrow({ where: { id: versionId } })
  await approveDraft(actor, { id: versionId, contentHash })
  const connectionId = await connectModels(actor, fake, { model })
  return { actor, corpusId: corpus.id, ruleVersionId: versionId, connectionId }
}
type Prepared = Awaited<ReturnType<typeof prepare>>
type Deed = (given: Prepared) => Promise<unknown>

const contextOf = (actor: ProjectActor, runId: string) => makeJobContext(actor, { runId })
const translate =
  (what: TranslatedTexts, into: 'en' | 'zh'): Deed =>
  async ({ actor, corpusId, connectionId }) => {
    const { jobId } = await translateTexts(actor, { corpus: corpusId, connectionId, what, into })
    const payload = { ...ordinary, corpusId, connectionId, what, into }
    return translateTextsHandler.run(payload, contextOf(actor, jobId))
  }

/** Everything that models are asked for, ordered by a lead and done as a worker would. */
const deeds: Record<string, Deed> = {
  guidelines: async ({ actor, corpusId, connectionId }) => {
    const again = 'all' as const
    const { jobId } = await draftGuidelines(actor, { corpus: corpusId, again, by: { connectionId } })
    return draftGuidelinesHandler.run({ corpusId, again, by: { connectionId } }, contextOf(actor, jobId))
  },
  rules: async ({ actor, corpusId, connectionId }) => {
    const { jobId } = await draftRules(actor, { corpus: corpusId, by: { connectionId } })
    return draftRulesHandler.run({ ...ordinary, corpusId, by: { connectionId } }, contextOf(actor, jobId))
  },
  formats: async ({ actor, connectionId }) => {
    const projectId = actor.project.id
    const { jobId } = await draftFormats(actor, { by: { connectionId } })
    return draftFormatsHandler.run({ ...ordinary, projectId, by: { connectionId } }, contextOf(actor, jobId))
  },
  'answers under a rule': async ({ actor, ruleVersionId, connectionId }) => {
    const order = { count: hostileWords.length, seed: 1, candidates: 2 }
    const { jobId } = await draftApplications(actor, { version: ruleVersionId, connectionId, ...order })
    const payload = { ...ordinary, versionId: ruleVersionId, connectionId, ...order }
    return draftApplicationsHandler.run(payload, contextOf(actor, jobId))
  },
  paraphrases: async ({ actor, corpusId, connectionId }) => {
    const { jobId } = await paraphraseGuidelines(actor, { corpus: corpusId, connectionId })
    return paraphraseGuidelinesHandler.run({ ...ordinary, corpusId, connectionId }, contextOf(actor, jobId))
  },
  'translated names': translate('label-names', 'zh'),
  'translated statements': translate('statements', 'en'),
  'translated definitions': translate('paraphrases', 'zh'),
  advice: async ({ actor, corpusId, connectionId }) => {
    const { project } = actor
    await makeGuidelineDraft(actor, { corpus: { id: corpusId } })
    const { jobId } = await judgeDrafts(actor, { connectionId, corpus: corpusId })
    const payload = { projectId: project.id, corpusId, connectionId, isBatch: false }
    return judgeDraftsHandler.run(payload, contextOf(actor, jobId))
  },
}

describe.each(['stand-in', 'stand-in+injected'])('texts that want to be obeyed, read by %s', (model) => {
  it.each(Object.keys(deeds))(
    'bring drafts that wait for people, and change nothing else: %s',
    async (name) => {
      const given = await prepare(model)
      const { project } = given.actor
      const where = { version: { artifact: { projectId: project.id } } }
      const statesOf = async () =>
        new Map((await db.draft.findMany({ where })).map(({ versionId, state }) => [versionId, state]))
      const [rows, states] = [await rowsOf(project.id), await statesOf()]
      const decisions = await db.decision.count({ where: { projectId: project.id } })
      const { answered } = fake.standIn.counts
      const { drafted, failed } = draftingResultSchema.parse(await deeds[name]!(given))
      expect(model === 'stand-in' ? drafted : drafted + failed).toBeGreaterThan(0)
      expect(fake.standIn.counts.answered).toBeGreaterThan(answered)
      const after = await rowsOf(project.id)
      const changed = Object.keys(after).filter((table) => after[table] !== rows[table])
      expect(changed.filter((table) => !mayChange.has(table))).toEqual([])
      expect(await db.decision.count({ where: { projectId: project.id } })).toBe(decisions)
      for (const [version, state] of await statesOf()) expect(state).toBe(states.get(version) ?? 'waiting')
      const audited = await db.auditEntry.findMany({ where: { projectId: project.id } })
      for (const { action, actorKind } of audited)
        if (actorKind !== 'person') expect(action).toMatch(/^[a-z]+\.drafted$/)
    },
  )
})

/** What drafting may leave behind: drafts with what they came of, calls and their price, jobs, and notes that they were ordered. */
const mayChange = new Set([
  ...['artifact', 'audit_entry', 'budget', 'budget_day', 'draft', 'draft_advice', 'draft_origin', 'job_run'],
  ...['call_spend', 'label_name', 'library_change', 'model_call', 'review_slot'],
])

/** What each table holds that belongs to a project. */
async function rowsOf(projectId: string): Promise<Record<string, string>> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = current_schema() AND column_name = 'project_id' ORDER BY 1`,
  )
  const entries = await Promise.all(
    rows.map(async ({ name }) => {
      const sum = `SELECT coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS hash FROM "${name}" t WHERE project_id = $1`
      const {
        rows: [row],
      } = await pool().query<{ hash: string }>(sum, [projectId])
      return [name, row!.hash] as const
    }),
  )
  return Object.fromEntries(entries)
}
