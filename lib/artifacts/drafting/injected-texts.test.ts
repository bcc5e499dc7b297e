import { afterAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { db, pool } from '@/lib/platform/db'
import { draftAll } from '@/prisma/factories/artifacts'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { hostileWords } from '@/prisma/factories/hostile-words'
import { makeProject } from '@/prisma/factories/people'

process.env.GLOSS_MODEL_NETWORKS = 'loopback'
const fake = await startFakeLlm()
afterAll(() => fake.close())

describe('texts and answers that want to be obeyed', () => {
  it('become drafts that wait for people, and change nothing else', async () => {
    const actor = await makeProject({ role: 'lead' })
    const sentences = hostileWords.map(
      (strange, at) => `The [Grey Petrel ${at}|vessel] left. ${strange.replaceAll(/[[\]|\0]/g, ' ')}`,
    )
    const corpus = await makeCorpus(actor, { sentences })
    const connectionId = await connectModels(actor, fake, { model: 'stand-in+injected' })
    const before = await rowsOf(actor.project.id)
    const { result } = await draftAll(actor, { corpus: corpus.id, by: { connectionId } })
    expect(result).toMatchObject({ drafted: 1 })
    const after = await rowsOf(actor.project.id)
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    expect(changed.sort()).toEqual(expectedTables)
    const drafts = await db.draft.findMany({
      where: { version: { artifact: { projectId: actor.project.id } } },
    })
    expect(drafts.map(({ state }) => state)).toEqual(['waiting'])
    const audited = await db.auditEntry.findMany({ where: { projectId: actor.project.id } })
    expect([...new Set(audited.map(({ action }) => action))].sort()).toEqual([
      'connection.added',
      'guideline.drafted',
      'guidelines.ordered',
    ])
    expect(await db.decision.count({ where: { projectId: actor.project.id } })).toBe(0)
  })
})

/** What drafting may leave behind: the draft with what it came of, the calls and their price, the job, and the note that it was ordered. */
const expectedTables = [
  'artifact',
  'audit_entry',
  'budget',
  'budget_day',
  'draft',
  'draft_origin',
  'job_run',
  'model_call',
  'review_slot',
]

/** How many rows each table has that belongs to a project. */
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
