import type pg from 'pg'
import { contentHash } from '@/lib/platform/hash'
import { guidelineContent } from '@/prisma/factories/reviews'

type World = { projectId: string; rows: number; reviewers: readonly string[]; corpora: readonly string[] }

/** As many as are decided by three, in per cent of all drafts: every eighth, as overlap is for a part of the work. */
const DECIDED_BY_THREE = 8
const DAYS = 180
const WAITING_SHARE = 0.02
const FIRST = 1000
const BATCH = 20_000

/**
 * So many decisions of half a year on drafts of four kinds by a miner and two prompt versions: approvals, edits and rejections, an
 * eighth of the drafts decided by three. They go through the table's triggers, as those of people do.
 */
export async function loadDecisions(
  client: pg.PoolClient,
  world: World,
): Promise<{ secondsPerMillion: number }> {
  const drafts = Math.ceil(world.rows / (1 + 2 / DECIDED_BY_THREE))
  await client.query('SET synchronous_commit = off')
  await client.query('ALTER TABLE version DISABLE TRIGGER version_checked') // one text for all, and its hash is right
  await loadDrafts(client, { ...world, drafts })
  await client.query('ALTER TABLE version ENABLE TRIGGER version_checked')
  const begun = performance.now()
  // As in a project that lives, the planner has seen decisions before the many come.
  await decide(client, { ...world, from: 0, to: Math.min(drafts, FIRST) })
  await client.query('ANALYZE decision, decision_day, rejection_day, agreement_unit')
  for (let from = FIRST; from < drafts; from += BATCH)
    await decide(client, { ...world, from, to: Math.min(drafts, from + BATCH) })
  const seconds = (performance.now() - begun) / 1000
  await client.query('VACUUM ANALYZE')
  return { secondsPerMillion: (seconds / world.rows) * 1e6 }
}

async function loadDrafts(client: pg.PoolClient, world: World & { drafts: number }): Promise<void> {
  const content = guidelineContent()
  await client.query(
    `CREATE UNLOGGED TABLE bench_draft AS
     SELECT n, gen_random_uuid() AS artifact_id, gen_random_uuid() AS version_id, gen_random_uuid() AS edited_id,
       CASE WHEN n % 20 < 12 THEN 'guideline' WHEN n % 20 < 16 THEN 'rule' WHEN n % 20 < 19 THEN 'application' ELSE 'format' END AS kind,
       ($2::uuid[])[1 + n % cardinality($2::uuid[])] AS corpus_id,
       now()::timestamp - make_interval(days => $3::int) * (1 - n::float8 / $1::int) AS at,
       hashint8(n) & 1023 AS luck
     FROM generate_series(0, $1::int - 1) n`,
    [world.drafts, world.corpora, DAYS],
  )
  await client.query(
    `INSERT INTO artifact (id, project_id, kind, corpus_id, task_form, key)
     SELECT artifact_id, $1, kind, corpus_id, 'ner', 'label-' || n FROM bench_draft`,
    [world.projectId],
  )
  await client.query(
    `INSERT INTO version (id, artifact_id, number, content, content_hash, author_kind, author_id, parent_id)
     SELECT version_id, artifact_id, 1, $1::jsonb, $2, CASE WHEN n % 3 = 0 THEN 'miner' ELSE 'model' END,
       CASE WHEN n % 3 = 0 THEN 'corpus-miner/1' ELSE 'drafter' END, NULL::uuid FROM bench_draft
     UNION ALL
     SELECT edited_id, artifact_id, 2, $1::jsonb, $2, 'person', $3, version_id FROM bench_draft WHERE luck < 160`,
    [JSON.stringify(content), contentHash(content), world.reviewers[0]],
  )
  await client.query(
    `INSERT INTO draft_origin (version_id, project_id, corpus_id, kind, author_kind, author_id, model, prompt, prompt_version)
     SELECT version_id, $1, corpus_id, kind, CASE WHEN n % 3 = 0 THEN 'miner' ELSE 'model' END,
       CASE WHEN n % 3 = 0 THEN 'corpus-miner/1' ELSE 'drafter' END, CASE WHEN n % 3 > 0 THEN 'a-model' END,
       CASE WHEN n % 3 > 0 THEN 'draft-' || kind END, CASE WHEN n % 3 > 0 THEN n % 3 END FROM bench_draft`,
    [world.projectId],
  )
  await client.query(
    'INSERT INTO edit_measure (version_id, distance) SELECT edited_id, luck / 320.0 FROM bench_draft WHERE luck < 160',
  )
  await client.query(
    `INSERT INTO draft (version_id, project_id, kind, state, settled_at)
     SELECT version_id, $1, kind, CASE WHEN waits THEN 'waiting' WHEN luck < 160 THEN 'superseded'
       WHEN luck < 340 THEN 'rejected' ELSE 'approved' END, CASE WHEN NOT waits THEN at END
     FROM (SELECT *, n % round(1 / $2::float8)::int = 0 AS waits FROM bench_draft) d`,
    [world.projectId, WAITING_SHARE],
  )
  await client.query(
    `INSERT INTO review_slot (version_id, number, project_id, position, kind, closed_at)
     SELECT version_id, 1, project_id, position, kind, settled_at FROM draft WHERE project_id = $1`,
    [world.projectId],
  )
  await client.query('CREATE INDEX ON bench_draft (n)')
  await client.query('ANALYZE')
}

async function decide(client: pg.PoolClient, world: World & { from: number; to: number }): Promise<void> {
  await client.query(
    `INSERT INTO decision (id, project_id, version_id, content_hash, reviewer_id, verdict, reason_code, result_version_id,
       elapsed_ms, request_key, created_at)
     SELECT gen_random_uuid(), $1, d.version_id, $2, ($3::text[])[1 + (d.n * 7 + place * 11 + d.n / 997) % cardinality($3::text[])],
       verdict, CASE WHEN verdict = 'reject' THEN (ARRAY['too-vague', 'wrong-definition', 'bad-wording', 'other'])[1 + d.luck % 4] END,
       CASE WHEN verdict = 'edit' THEN d.edited_id END, 2000 + (d.luck * 37 + place * 1000) % 30000, 'bench-' || d.n || '-' || place,
       d.at + make_interval(secs => place * 60)
     FROM bench_draft d CROSS JOIN LATERAL generate_series(1, CASE WHEN d.n % $4 = 0 THEN 3 ELSE 1 END) place
       CROSS JOIN LATERAL (SELECT (d.luck + CASE WHEN place > 1 THEN (hashint8(d.n * 3 + place) & 127) ELSE 0 END) % 1024 AS chance) c
       CROSS JOIN LATERAL (SELECT CASE WHEN chance < 160 AND d.luck < 160 THEN 'edit' WHEN chance < 340 THEN 'reject' ELSE 'approve' END AS verdict) v
     WHERE d.n >= $5 AND d.n < $6`,
    [
      world.projectId,
      contentHash(guidelineContent()),
      world.reviewers,
      DECIDED_BY_THREE,
      world.from,
      world.to,
    ],
  )
}
