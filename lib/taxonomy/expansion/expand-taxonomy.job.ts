import { draftEach, type EachOutcome } from '@/lib/artifacts/drafting/draft-each'
import { modelAuthor } from '@/lib/artifacts/drafting/model-author'
import type { Caller } from '@/lib/calls/model'
import { openCaller } from '@/lib/calls/open-caller'
import { db } from '@/lib/platform/db'
import type { JobHandler } from '@/lib/platform/jobs'
import { askSubjects } from '@/lib/taxonomy/expansion/ask-subjects'
import { askSyllabus } from '@/lib/taxonomy/expansion/ask-syllabus'
import type { Expanding } from '@/lib/taxonomy/expansion/expanding'
import { expandTaxonomyJob } from '@/lib/taxonomy/expansion/jobs'
import { type OpenNode, planExpansion } from '@/lib/taxonomy/expansion/plan-expansion'
import { pastOnSyllabi, subjectsInput, syllabusInput } from '@/lib/taxonomy/expansion/write-inputs'
import { draftSubjects } from '@/prompts/draft-subjects/contract'
import { writeSyllabus } from '@/prompts/write-syllabus/contract'

const NOTES = { drafted: 'nodeExpanded', unchanged: 'nodeSaidBefore', left: 'labelLeft' }

/** Asks for what is missing, node by node, each finished by itself: a job that begins again plans anew, and what is there is not asked. */
export const expandTaxonomyHandler: JobHandler<typeof expandTaxonomyJob.payload> = {
  job: expandTaxonomyJob,
  async run({ projectId, connectionId, isBatch, order }, context) {
    const run = await db.jobRun.findUnique({ where: { id: context.runId } })
    if (!run) return { drafted: 0, unchanged: 0, left: 0 }
    const { runId: jobRunId, signal } = context
    const role = 'drafter'
    const caller = await openCaller({ projectId, connectionId, isBatch, role, jobRunId, signal })
    const author = await modelAuthor({ connectionId, role })
    const prompt = order.step === 'subjects' ? draftSubjects : writeSyllabus
    const { how, open } = await planExpansion({ projectId, connectionId, order, prompt })
    const since = run.createdAt
    const expanding: Expanding = { projectId, order, how, author, since, context }
    const done = await db.taxonomyRun.groupBy({ by: ['nodeId'], where: { projectId, jobRunId } })
    const before = { drafted: done.length, unchanged: 0, left: 0 }
    const draft = await drafterOf(expanding, open)
    return draftEach(open, { ...{ caller, context, isBatch, before, notes: NOTES }, draft })
  },
}

type Draft = (of: OpenNode, ask: Caller['ask']) => Promise<EachOutcome[]>

async function drafterOf(expanding: Expanding, open: readonly OpenNode[]): Promise<Draft> {
  const { projectId, order, since: until } = expanding
  if (order.step === 'subjects')
    return async (of, ask) => {
      const input = await subjectsInput(of.node, { order, until })
      const about = { kind: 'node', corpusId: null, key: of.node.key }
      return askSubjects(expanding, of, (candidate) => ask(draftSubjects, input, { about, candidate }))
    }
  const past = await pastOnSyllabi(projectId, { nodes: open.map(({ node }) => node), until })
  return async (of, ask) => {
    const { input, options } = await syllabusInput(of.node, { order, past })
    return askSyllabus(expanding, of, () => ask(writeSyllabus, input, options))
  }
}
