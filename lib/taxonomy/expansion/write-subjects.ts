import type { NodeEvidence } from '@/lib/artifacts/kinds/node/evidence'
import { audit } from '@/lib/platform/audit'
import { db, type Json, type Tx } from '@/lib/platform/db'
import { systemActor } from '@/lib/platform/model'
import { timeId } from '@/lib/platform/time-id'
import type { Expanding } from '@/lib/taxonomy/expansion/expanding'
import { keepOrigins } from '@/lib/taxonomy/expansion/keep-origins'
import { keepRuns } from '@/lib/taxonomy/expansion/keep-runs'
import type { ExpandedNode } from '@/lib/taxonomy/expansion/model'
import { namesAbove } from '@/lib/taxonomy/expansion/write-inputs'
import { nameIn, nextPath } from '@/lib/taxonomy/model'
import { holdTree } from '@/lib/taxonomy/nodes/hold-tree'
import { keyBelow } from '@/lib/taxonomy/nodes/key-of'
import { writeImport } from '@/lib/taxonomy/outline/write-import'
import { mergeRuns } from '@/lib/taxonomy/subjects/merge-runs'
import {
  type DescribedSubject,
  describedSubjectSchema,
  type MergedSubject,
} from '@/lib/taxonomy/subjects/model'

type Answered = { run: number; said: DescribedSubject[]; callIds: string[] }
const MOST_MS = 60_000

/**
 * Hangs what runs name below their discipline, merged with what earlier runs about the same content named and with what hangs there: what
 * is there by its name, kept, waiting or removed, does not come again.
 */
export async function writeSubjects(
  expanding: Expanding,
  of: { node: ExpandedNode; basis: string; answered: readonly Answered[] },
): Promise<{ added: number; known: number }> {
  const { projectId, author, context } = expanding
  const { node, basis, answered } = of
  return db.$transaction(
    async (tx) => {
      await holdTree(tx, projectId)
      const discipline = await tx.taxonomyNode.findFirst({ where: { id: node.id, gone: false } })
      if (!discipline) return { added: 0, known: 0 }
      const runs = answered.map(({ said, ...run }) => ({ ...run, said: said as unknown as Json }))
      await keepRuns(tx, expanding, { nodeId: node.id, basis, runs })
      const all = await runsAbout(tx, node.id, basis)
      const below = await siblings(tx, node.id)
      // What hangs there is merged as one more run, so that it is found by all that runs are merged by.
      const merged = mergeRuns([...all.map(({ said }) => said), below])
      const isThere = ({ said }: MergedSubject) => said.some(({ run }) => run === all.length)
      const fresh = merged.filter((one) => !isThere(one))
      const last = await tx.taxonomyNode.aggregate({ where: { parentId: node.id }, _max: { path: true } })
      let path = last._max.path
      const planned = fresh.map(({ subject }) => {
        path = nextPath(discipline.path, path)
        return {
          ...{ id: timeId(), parentId: node.id, path, key: keyBelow(node.key, subject.name) },
          ...{ level: 'subject' as const, name: subject.name, note: subject.introduction },
          ...{ children: 0, nodes: 0 },
        }
      })
      const added = planned.length
      if (added > 0) {
        const grown = new Map([[node.id, { children: added, nodes: added }]])
        await writeImport(tx, author, {
          projectId,
          plan: { added: planned, grown, known: 0, repeated: 0 },
        })
        const drafts = fresh.map((one, at) => ({
          nodeId: planned[at]!.id,
          evidence: evidenceOf(one, { node, merged, runs: all, expanding }),
          callIds: [...new Set(one.said.flatMap(({ run }) => all[run]!.callIds))],
        }))
        await keepOrigins(tx, drafts)
      }
      await audit(tx, systemActor(author.id), {
        action: 'taxonomy.subjects-drafted',
        subjectKind: 'artifact',
        subjectId: node.id,
        projectId,
        data: {
          ...{ label: nameIn(node.name, 'en'), added, runs: answered.length },
          ...{ startedBy: context.startedBy, jobId: context.runId },
        },
      })
      return { added, known: merged.length - added }
    },
    { timeout: MOST_MS, maxWait: MOST_MS },
  )
}

/** All runs about a content of a discipline, in their order, whoever was asked. */
async function runsAbout(tx: Tx, nodeId: string, basis: string) {
  const rows = await tx.taxonomyRun.findMany({
    where: { nodeId, step: 'subjects', basis },
    orderBy: [{ at: 'asc' }, { run: 'asc' }],
  })
  return rows.map(({ run, said, callIds }) => ({
    ...{ run, callIds },
    said: describedSubjectSchema.array().parse(said ?? []),
  }))
}

/** What hangs below a discipline already, as a run would say it. */
async function siblings(tx: Tx, parentId: string): Promise<DescribedSubject[]> {
  const rows = await tx.taxonomyNode.findMany({
    where: { parentId, gone: false },
    orderBy: { path: 'asc' },
    select: { nameEn: true, nameZh: true },
  })
  return rows.map(({ nameEn, nameZh }) => ({
    ...{ name: { en: nameEn, zh: nameZh }, level: 'introductory' as const },
    ...{ introduction: '', subtopics: [] },
  }))
}

function evidenceOf(
  { subject, said, alike }: MergedSubject,
  of: {
    node: ExpandedNode
    merged: readonly MergedSubject[]
    runs: readonly { run: number }[]
    expanding: Expanding
  },
): NodeEvidence {
  const { language } = of.expanding.order
  return {
    above: [...namesAbove(of.node, language), nameIn(of.node.name, language)],
    described: {
      ...{ level: subject.level, subtopics: subject.subtopics },
      said: said.map((one) => ({ run: of.runs[one.run]!.run, ...one.subject.name })),
      alike: alike.map(({ other, why, similarity }) => ({
        ...of.merged[other]!.subject.name,
        ...{ why, similarity: Math.round(similarity * 100) / 100 },
      })),
    },
  }
}
