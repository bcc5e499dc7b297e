import { applicationContentSchema } from '@/lib/artifacts/kinds/application/content'
import { applicationEvidenceSchema } from '@/lib/artifacts/kinds/application/evidence'
import { compareSpans, f1Of, type SpanCount, spansOf } from '@/lib/evaluation/agreement/compare-spans'
import {
  type AgreementFilter,
  type AgreementScope,
  enterAgreement,
  unitsOf,
} from '@/lib/evaluation/agreement/enter-agreement'
import { namesOf } from '@/lib/evaluation/agreement/queries'
import type { SpanFigures } from '@/lib/evaluation/agreement/schema'
import { db, sql } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { stands } from '@/lib/reviews/stands'

/** Answers are read so many drafts at a time, and forgotten when they are compared. */
const BATCH = 200

type Row = {
  versionId: string
  evidence: unknown
  /** What each reviewer who did not reject left: their own text, or that of the draft. */
  left: { reviewer: string; content: unknown }[]
}

/** How alike the answers are that reviewers of the same re-annotation leave. Who rejects one leaves no answer. */
export async function readSpanAgreement(actor: ProjectActor, asked: AgreementFilter): Promise<SpanFigures> {
  const scope = enterAgreement(actor, asked)
  const found = {
    overall: nothing(),
    labels: new Map<string, SpanCount>(),
    pairs: new Map<string, SpanCount>(),
  }
  for (
    let rows = await readBatch(scope, null);
    rows.length > 0;
    rows = await readBatch(scope, rows.at(-1)!.versionId)
  )
    for (const row of rows) addUp(row, { scope, found })
  const pairs = [...found.pairs].map(([key, count]) => ({
    people: key.split(' ') as [string, string],
    count,
  }))
  const nameOf = await namesOf(pairs.flatMap(({ people }) => people))
  const shown = (count: SpanCount) => ({ ...count, f1: f1Of(count) })
  const bySize = <Figure extends { spans: number }>(figures: Figure[]) =>
    figures.toSorted((a, b) => b.spans - a.spans)
  return {
    overall: shown(found.overall),
    labels: bySize([...found.labels].map(([label, count]) => ({ label, ...shown(count) }))),
    pairs: bySize(
      pairs.map(({ people: [a, b], count }) => ({
        ...{ a: nameOf(a), b: b === OTHERS ? null : nameOf(b) },
        ...shown(count),
      })),
    ),
  }
}

const OTHERS = '*'
const nothing = (): SpanCount => ({ answers: 0, spans: 0, alike: 0 })

async function readBatch(scope: AgreementScope, after: string | null): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT u.version_id AS "versionId", e.content AS evidence, (
      SELECT json_agg(json_build_object('reviewer', r.reviewer, 'content', COALESCE(own.content, v.content)) ORDER BY r.reviewer)
      FROM unnest(u.reviewers, u.verdicts) AS r (reviewer, verdict)
        LEFT JOIN LATERAL (
          SELECT t.content FROM decision d JOIN version t ON t.id = d.result_version_id
          WHERE r.verdict = 1 AND d.version_id = u.version_id AND d.reviewer_id = r.reviewer AND d.verdict = 'edit' AND ${stands}
          ORDER BY d.number DESC LIMIT 1) own ON true
      WHERE r.verdict < 2) AS left
    FROM agreement_unit u JOIN version v ON v.id = u.version_id JOIN evidence e ON e.version_id = v.id
    WHERE ${unitsOf({ ...scope, kind: 'application' })} AND u.approved + u.edited > 1
      ${after ? sql`AND u.version_id > ${after}::uuid` : sql``}
    ORDER BY u.version_id LIMIT ${BATCH}`
}

type Found = { overall: SpanCount; labels: Map<string, SpanCount>; pairs: Map<string, SpanCount> }

function addUp({ evidence, left }: Row, { scope, found }: { scope: AgreementScope; found: Found }): void {
  const { rule, instance } = applicationEvidenceSchema.parse(evidence)
  const answers = left.map(({ reviewer, content }) => ({
    reviewer,
    spans: spansOf({
      form: rule.taskForm,
      text: instance.text,
      gold: applicationContentSchema.parse(content).gold,
    }),
  }))
  for (const [at, one] of answers.entries())
    for (const other of answers.slice(at + 1)) {
      if (!isAsked([one.reviewer, other.reviewer], scope)) continue
      const byLabel = compareSpans(one.spans, other.spans)
      const both = [...byLabel.values()].reduce(together, nothing())
      const count = { ...both, answers: 1 }
      found.overall = together(found.overall, count)
      for (const [label, one] of byLabel)
        found.labels.set(label, together(found.labels.get(label) ?? nothing(), one))
      const key = pairKey([one.reviewer, other.reviewer], scope)
      if (key) found.pairs.set(key, together(found.pairs.get(key) ?? nothing(), count))
    }
}

function isAsked(pair: [string, string], { a, b }: AgreementScope): boolean {
  return [a, b].every((person) => !person || pair.includes(person))
}

/** An annotator is told of themself with all others as one. */
function pairKey(pair: [string, string], { only }: AgreementScope): string | null {
  if (!only) return pair.join(' ')
  return pair.includes(only) ? `${only} ${OTHERS}` : null
}

function together(a: SpanCount, b: SpanCount): SpanCount {
  return { answers: a.answers + b.answers, spans: a.spans + b.spans, alike: a.alike + b.alike }
}
