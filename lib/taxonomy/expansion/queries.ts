import { nodeEvidenceSchema } from '@/lib/artifacts/kinds/node/evidence'
import { syllabusContentSchema } from '@/lib/artifacts/kinds/syllabus/content'
import { draftStateSchema } from '@/lib/artifacts/model'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import type { ExpansionStep } from '@/lib/taxonomy/expansion/model'
import { basisOf } from '@/lib/taxonomy/expansion/open-runs'
import { readExpanded } from '@/lib/taxonomy/expansion/read-expanded'
import type { NodeExpansion } from '@/lib/taxonomy/expansion/schema'
import { findNode } from '@/lib/taxonomy/nodes/find-node'

/** What models said of a node, and what hangs on another text than there is now, at the node or below it. */
export async function readNodeExpansion(
  actor: ProjectActor,
  input: { node: string },
): Promise<NodeExpansion> {
  const projectId = actor.project.id
  const node = await findNode(db, projectId, input.node)
  const [subjects, syllabi, syllabus, evidence, runs] = await Promise.all([
    countStale(projectId, { node: node.id, step: 'subjects' }),
    countStale(projectId, { node: node.id, step: 'syllabi' }),
    node.level === 'subject' ? readSyllabus(projectId, node.id) : null,
    db.evidence.findFirst({
      where: { version: { artifactId: node.id } },
      orderBy: { version: { number: 'desc' } },
      select: { content: true },
    }),
    db.taxonomyRun.count({ where: { nodeId: node.id } }),
  ])
  const described = evidence ? nodeEvidenceSchema.parse(evidence.content).described : null
  return { stale: { subjects, syllabi }, syllabus, described, runs }
}

/** Nodes that were asked about, and never as they are now. */
async function countStale(projectId: string, of: { node: string; step: ExpansionStep }): Promise<number> {
  const nodes = await readExpanded({ projectId, step: of.step, nodes: [of.node], asked: true })
  return nodes.filter(({ known, ...node }) => {
    const basis = basisOf(node)
    return known.every((run) => run.basis !== basis)
  }).length
}

async function readSyllabus(projectId: string, key: string): Promise<NodeExpansion['syllabus']> {
  const versions = await db.version.findMany({
    where: {
      artifact: { projectId, kind: 'syllabus', corpusId: null, key },
      draft: { state: { in: ['waiting', 'disputed', 'approved', 'rejected'] } },
    },
    orderBy: { number: 'desc' },
    select: {
      ...{ id: true, artifactId: true, number: true, content: true },
      draft: { select: { state: true } },
    },
  })
  const [newest] = versions
  if (!newest) return null
  const { sessions } = syllabusContentSchema.parse(newest.content)
  return {
    ...{ artifactId: newest.artifactId, versionId: newest.id, number: newest.number },
    state: draftStateSchema.parse(newest.draft?.state),
    sessions: sessions.length,
    concepts: sessions.reduce((sum, { concepts }) => sum + concepts.length, 0),
    inForce: versions.some(({ draft }) => draft?.state === 'approved'),
  }
}
