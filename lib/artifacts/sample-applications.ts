import { z } from 'zod'
import {
  type AppliedCorpus,
  applicationView,
  applyToInstances,
  readRows,
} from '@/lib/artifacts/apply-to-instances'
import { type RuleContent, ruleContentSchema } from '@/lib/artifacts/kinds/rule/content'
import { type RuleEvidence, ruleEvidenceSchema } from '@/lib/artifacts/kinds/rule/evidence'
import { seedOf } from '@/lib/artifacts/kinds/rule/mining/rule-trial'
import type { ApplicationsView, ApplicationView } from '@/lib/artifacts/schema'
import { labelCountSchema } from '@/lib/corpora/model'
import { db, sql } from '@/lib/platform/db'
import { AppError } from '@/lib/platform/errors'
import { sha256 } from '@/lib/platform/hash'
import type { ProjectActor } from '@/lib/projects/model'
import type { AppliedRule } from '@/lib/rules/apply-rule'
import { findTransform } from '@/lib/rules/find-transform'
import { holdInView } from '@/lib/rules/hold-in-view'
import { type TaskForm, taskForms } from '@/lib/tasks/model'

export type ApplicationOrder = 'random' | 'hardest'

/** So many instances are looked through, at most, for a sample that nobody has drawn before. */
const LOOKED_THROUGH = 4000
const PAGE = 500
/**
 * Applications of a rule, made on the fly: those that its evidence refers to, or others by another seed. With `rule` they are of
 * what somebody is typing.
 */
export async function sampleApplications(
  actor: ProjectActor,
  input: {
    version: string
    order: ApplicationOrder
    seed: number
    count: number
    rule?: Pick<RuleContent, 'scope' | 'transform'>
  },
): Promise<ApplicationsView> {
  const { content, corpus, evidence } = await readRule(actor, input.version)
  const { scope, transform } = input.rule ?? content
  const views = viewsOf({ scope, transform }, corpus.taskForm)
  const nothing = { parameterSchema: null, views, items: [], looked: 0 }
  if (!transform) return nothing
  const definition = findTransform(transform.name)
  const read = definition.parameters.safeParse(transform.parameters)
  if (!read.success) throw faultyParameters(read.error)
  const rule = { scope, transform }
  const excepted = new Set(content.exceptions.map(({ ordinal }) => ordinal))
  const kept =
    input.rule || input.seed > 0 ? [] : (evidence?.[input.order === 'hardest' ? 'hardest' : 'sample'] ?? [])
  const { items, looked } =
    kept.length > 0
      ? await applyToInstances(rule, {
          corpus,
          kept: kept.filter(({ ordinal }) => !excepted.has(ordinal)).slice(0, input.count),
        })
      : await drawApplications(rule, { ...input, corpus, excepted })
  return {
    parameterSchema: z.toJSONSchema(definition.parameters, { io: 'input' }) as Record<string, unknown>,
    views,
    items,
    looked,
  }
}

function viewsOf(rule: Pick<RuleContent, 'scope' | 'transform'>, from: TaskForm): TaskForm[] {
  return taskForms.filter((view) => view !== from && holdInView(rule, { from, view }) !== null)
}

async function readRule(actor: ProjectActor, versionId: string) {
  const [found] = await db.$queryRaw<{ content: unknown; corpusId: string | null; evidence: unknown }[]>(sql`
    WITH RECURSIVE line AS (
      SELECT v.id, v.parent_id, v.content, a.corpus_id, 0 AS depth FROM version v JOIN artifact a ON a.id = v.artifact_id
      WHERE v.id = ${versionId}::uuid AND a.project_id = ${actor.project.id}::uuid AND a.kind = 'rule'
      UNION ALL
      SELECT v.id, v.parent_id, line.content, line.corpus_id, line.depth + 1
      FROM line JOIN version v ON v.id = line.parent_id WHERE line.depth < 1000)
    SELECT line.content, line.corpus_id AS "corpusId", e.content AS evidence
    FROM line LEFT JOIN evidence e ON e.version_id = line.id ORDER BY e.version_id IS NULL, line.depth LIMIT 1`)
  const row = found?.corpusId ? await db.corpus.findUnique({ where: { id: found.corpusId } }) : null
  if (!found || !row)
    throw new AppError('not_found', 'There is no such rule in this project.', { reason: 'version-unknown' })
  const content = ruleContentSchema.parse(found.content)
  const evidence = found.evidence ? ruleEvidenceSchema.parse(found.evidence) : null
  const corpus: AppliedCorpus = {
    id: row.id,
    language: row.language,
    taskForm: content.taskForm,
    instanceCount: row.instanceCount,
    labels: labelCountSchema
      .array()
      .parse(row.labels)
      .map(({ label }) => label),
  }
  return { content, corpus, evidence: isOf(evidence, content) ? evidence : null }
}

/** Was the evidence measured for what the rule says now? An edit of words keeps it, an edit of parameters does not. */
function isOf(evidence: RuleEvidence | null, { scope, transform }: RuleContent): boolean {
  return transform !== null && evidence?.seed === seedOf({ scope, transform })
}

/** Instances in the order of the seed, until enough of them are changed. The hardest: those of more instances with the most changes. */
async function drawApplications(
  rule: AppliedRule,
  of: {
    corpus: AppliedCorpus
    excepted: ReadonlySet<number>
    order: ApplicationOrder
    seed: number
    count: number
  },
): Promise<{ items: ApplicationView[]; looked: number }> {
  const { corpus, excepted, order, seed, count } = of
  const ordinals = drawOrdinals(corpus, seed).filter((ordinal) => !excepted.has(ordinal))
  const items: ApplicationView[] = []
  const wanted = order === 'hardest' ? 10 * count : count
  let looked = 0
  for (let at = 0; at < ordinals.length && items.length < wanted; at += PAGE) {
    const page = ordinals.slice(at, at + PAGE)
    const rows = await readRows(corpus.id, page)
    const byOrdinal = new Map(rows.map((row) => [row.ordinal, row]))
    for (const ordinal of page) {
      const row = byOrdinal.get(ordinal)
      if (!row || items.length >= wanted) continue
      looked++
      const item = applicationView(rule, { corpus, row })
      if (item) items.push(item)
    }
  }
  if (order === 'hardest') items.sort((a, b) => changedItems(b) - changedItems(a))
  return { items: items.slice(0, count), looked }
}

function drawOrdinals({ id, instanceCount }: AppliedCorpus, seed: number): number[] {
  const step = Math.max(1, instanceCount / LOOKED_THROUGH)
  const offset = Number.parseInt(sha256(`${id}/${seed}`).slice(0, 8), 16) / 2 ** 32
  const length = Math.min(instanceCount, LOOKED_THROUGH)
  return Array.from({ length }, (_, at) => 1 + Math.floor((at + offset) * step))
    .filter((ordinal) => ordinal <= instanceCount)
    .map((ordinal) => ({ ordinal, key: sha256(`${seed}/${ordinal}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ ordinal }) => ordinal)
}

function changedItems({ changes }: ApplicationView): number {
  return changes.reduce((sum, { before, after }) => sum + Math.max(before.length, after.length), 0)
}

function faultyParameters(error: z.ZodError): AppError {
  const issues = error.issues.map(({ path, message }) => ({
    path: ['query', 'rule', 'transform', 'parameters', ...path].join('.'),
    message,
  }))
  return new AppError('invalid', issues.map(({ path, message }) => `${path}: ${message}`).join('; '), {
    reason: 'invalid-input',
    issues,
  })
}
