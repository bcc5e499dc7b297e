import { pool } from '@/lib/platform/db'
import { contentHash } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import { guidelineContent } from '@/prisma/factories/reviews'

/** A long queue of guidelines that all say the same, as proposing them one by one would leave it. */
export async function fillQueue(actor: ProjectActor, drafts: number): Promise<void> {
  const content = guidelineContent()
  const client = await pool().connect()
  try {
    // The guards of single rows would take longer than all the rows.
    await client.query('ALTER TABLE version DISABLE TRIGGER USER; ALTER TABLE draft DISABLE TRIGGER USER')
    await client.query(
      `CREATE TEMP TABLE queued AS SELECT n, gen_random_uuid() AS artifact, gen_random_uuid() AS version FROM generate_series(1, $1::int) n`,
      [drafts],
    )
    await client.query(
      `INSERT INTO artifact (id, project_id, kind, task_form, key)
       SELECT artifact, $1, 'guideline', 'ner', 'label-' || n FROM queued`,
      [actor.project.id],
    )
    await client.query(
      `INSERT INTO version (id, artifact_id, number, content, content_hash, author_kind, author_id)
       SELECT version, artifact, 1, $1, $2, 'miner', 'corpus-miner/1' FROM queued`,
      [content, contentHash(content)],
    )
    await client.query(
      `INSERT INTO draft (version_id, project_id, kind, label, position)
       SELECT version, $1, 'guideline', 'label-' || n, n FROM queued`,
      [actor.project.id],
    )
    await client.query(
      `INSERT INTO review_slot (version_id, number, project_id, position, kind, sort_key)
       SELECT version, 1, $1, n, 'guideline', gloss_sort_key('guideline', 'oldest', n, NULL, NULL, '') FROM queued`,
      [actor.project.id],
    )
    await client.query('DROP TABLE queued')
    await client.query('ALTER TABLE version ENABLE TRIGGER USER; ALTER TABLE draft ENABLE TRIGGER USER')
    await client.query('VACUUM ANALYZE artifact, version, draft, review_slot')
  } finally {
    client.release(true)
  }
}
