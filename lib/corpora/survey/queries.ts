import { findCorpus } from '@/lib/corpora/queries'
import { type ProblemKind, surveyContentSchema, surveyPhaseSchema } from '@/lib/corpora/survey/model'
import type { ProblemGroup, SurveyView } from '@/lib/corpora/survey/schema'
import { findOpenSurvey } from '@/lib/corpora/survey-corpus'
import { parseCursor } from '@/lib/platform/cursor'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'

/** The last survey that can be shown, and the job of one that is on its way. */
export async function readSurvey(
  actor: ProjectActor,
  input: { corpus: string },
): Promise<{ survey: SurveyView | null; jobId: string | null }> {
  const { id: corpusId } = await findCorpus(actor, input.corpus)
  const surveys = await db.corpusSurvey.findMany({
    where: { corpusId, phase: { not: 'reading' } },
    orderBy: { id: 'desc' },
  })
  const shown = surveys.find(({ phase }) => phase === 'ready') ?? surveys[0]
  const open = await findOpenSurvey(db, corpusId)
  return { survey: shown ? surveyView(shown) : null, jobId: open?.id ?? null }
}

function surveyView(row: { phase: string; content: unknown; finishedAt: Date | null }): SurveyView {
  return {
    phase: surveyPhaseSchema.parse(row.phase),
    content: surveyContentSchema.parse(row.content),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }
}

const SHOWN = 20
type Group = Omit<ProblemGroup, 'kind'>

/** By group, in the order of their keys; of a large group the first instances. */
export async function listProblems(
  actor: ProjectActor,
  input: { corpus: string; kind: ProblemKind; cursor?: string; limit: number },
): Promise<{ items: ProblemGroup[]; nextCursor: string | null }> {
  const { id } = await findCorpus(actor, input.corpus)
  const [after] = parseCursor(/^.{0,200}$/su, input.cursor ?? '')
  const rows = await db.$queryRaw<Group[]>(sql`
    SELECT group_key AS "groupKey", count(*)::int AS instances, (array_agg(ordinal ORDER BY ordinal))[1:${SHOWN}::int] AS ordinals,
      (array_agg(detail ORDER BY ordinal))[1] AS detail
    FROM instance_problem
    WHERE corpus_id = ${id}::uuid AND kind = ${input.kind} AND group_key > ${after}
    GROUP BY group_key ORDER BY group_key LIMIT ${input.limit + 1}`)
  const items = rows.slice(0, input.limit).map((row) => ({ ...row, kind: input.kind }))
  return { items, nextCursor: rows.length > input.limit ? items.at(-1)!.groupKey : null }
}
