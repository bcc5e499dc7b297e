import type { PoolClient } from 'pg'
import type { LabelCount } from '@/lib/corpora/model'
import { findLabelVariants } from '@/lib/corpora/problems/find-label-variants'
import { placeIssues } from '@/lib/corpora/problems/model'
import type { ProblemKind } from '@/lib/corpora/survey/model'
import { inTransaction } from '@/lib/platform/db'

const WRITE = 'INSERT INTO instance_problem (corpus_id, kind, ordinal, group_key, detail)'

/** What makes two instances ask the same: the text, and the question where there is one. */
const ASKED = `md5(encode(text_hash, 'hex') || coalesce(gold->>'question', '') || coalesce((gold->'options')::text, ''))`

type Corpus = { id: string; labels: readonly LabelCount[]; known: readonly string[] | null }

/** The doubts that the database finds by itself: it sorts what is larger than memory. */
export async function findInDatabase(client: PoolClient, corpus: Corpus): Promise<void> {
  await replace(client, { corpus, kind: 'exact-duplicate' }, EXACT)
  await replace(client, { corpus, kind: 'conflicting-duplicate' }, CONFLICTING)
  await replace(client, { corpus, kind: 'flagged-answer' }, FLAGGED, [placeIssues])
  await replace(client, { corpus, kind: 'unknown-label' }, UNKNOWN, [corpus.known])
  await replace(client, { corpus, kind: 'label-variant' }, VARIANTS, [JSON.stringify(variantsOf(corpus))])
}

function replace(
  client: PoolClient,
  { corpus, kind }: { corpus: Corpus; kind: ProblemKind },
  select: string,
  values: readonly unknown[] = [],
): Promise<void> {
  return inTransaction(client, async () => {
    await client.query(`SET LOCAL work_mem = '64MB'`)
    await client.query('DELETE FROM instance_problem WHERE corpus_id = $1 AND kind = $2', [corpus.id, kind])
    await client.query(`${WRITE} ${select} ON CONFLICT DO NOTHING`, [corpus.id, kind, ...values])
  })
}

/** The same text with the same gold. */
const EXACT = `
  SELECT corpus_id, $2, ordinal, same, '{}' FROM (
    SELECT corpus_id, ordinal, same, count(*) OVER (PARTITION BY same) AS times FROM (
      SELECT corpus_id, ordinal, md5(${ASKED} || gold::text) AS same FROM instance WHERE corpus_id = $1
    ) AS signed) AS counted
  WHERE times > 1`

/** The same text, and not the same gold. */
const CONFLICTING = `
  SELECT corpus_id, $2, ordinal, asked, '{}' FROM (
    SELECT corpus_id, ordinal, asked, min(answered) OVER same <> max(answered) OVER same AS differs FROM (
      SELECT corpus_id, ordinal, ${ASKED} AS asked, md5(gold::text) AS answered FROM instance WHERE corpus_id = $1
    ) AS signed WINDOW same AS (PARTITION BY asked)) AS compared
  WHERE differs`

/**
 * A remark belongs to the record that begins in its line or before it; of several questions in one record, to the one that the
 * remark quotes. One sort brings remarks and records together.
 */
const FLAGGED = `
  SELECT DISTINCT ON (i.ordinal, placed.code) i.corpus_id, $2, i.ordinal, placed.code,
    jsonb_build_object('message', left(placed.message, 400))
  FROM (
    SELECT code, message, excerpt, max(line) FILTER (WHERE code IS NULL) OVER (ORDER BY line) AS record FROM (
      SELECT line, NULL AS code, NULL AS message, NULL AS excerpt FROM instance WHERE corpus_id = $1
      UNION ALL
      SELECT line, code, message, excerpt FROM import_issue
      WHERE corpus_id = $1 AND severity = 'warning' AND code = ANY($3::text[])
    ) AS points
  ) AS placed
  JOIN instance i ON i.corpus_id = $1 AND i.line = placed.record
  WHERE placed.code IS NOT NULL AND (i.gold->>'question' IS NULL
    OR left(i.gold->>'question', 120) = left(rtrim(placed.excerpt, '…'), 120))
  ORDER BY i.ordinal, placed.code`

const UNKNOWN = `
  SELECT i.corpus_id, $2, i.ordinal, label, '{}' FROM instance i, unnest(i.labels) AS label
  WHERE i.corpus_id = $1 AND $3::text[] IS NOT NULL AND NOT label = ANY($3::text[])`

/** The rarer spellings; the group is named by the one that occurs most. */
const VARIANTS = `
  SELECT i.corpus_id, $2, i.ordinal, groups.main, jsonb_build_object('labels', groups.labels)
  FROM jsonb_to_recordset($3::jsonb) AS groups (main text, others jsonb, labels jsonb)
  JOIN instance i ON i.corpus_id = $1 AND i.labels && ARRAY(SELECT jsonb_array_elements_text(groups.others))`

function variantsOf({ labels }: Corpus) {
  return findLabelVariants(labels).map((group) => {
    const [main, ...others] = group.map(({ label }) => label)
    return { main, others, labels: [main, ...others] }
  })
}
