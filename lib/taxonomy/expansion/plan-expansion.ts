import type { Prompt } from '@/lib/calls/prompts/model'
import { rolesSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'
import type { AskedHow, ExpandedNode, ExpansionOrder, OpenReason } from '@/lib/taxonomy/expansion/model'
import { basisOf, openRuns } from '@/lib/taxonomy/expansion/open-runs'
import { countWaiting, readExpanded } from '@/lib/taxonomy/expansion/read-expanded'
import type { ExpansionPlan } from '@/lib/taxonomy/expansion/schema'

/** A node with the runs about it that are missing. */
export type OpenNode = { node: ExpandedNode; basis: string; missing: number[]; why: OpenReason }

type AskedPrompt = Pick<Prompt, 'name' | 'version' | 'parameters'>

export type PlannedExpansion = { how: AskedHow; open: OpenNode[]; plan: ExpansionPlan }

/** What an order asks: of each node in use exactly the runs that nobody asked for its content as it is. */
export async function planExpansion(of: {
  projectId: string
  connectionId: string
  order: ExpansionOrder
  prompt: AskedPrompt
}): Promise<PlannedExpansion> {
  const { projectId, order } = of
  const { step, nodes } = order
  const how = await askedHow(of)
  const [found, waiting] = await Promise.all([
    readExpanded({ projectId, step, nodes }),
    countWaiting({ projectId, step, nodes }),
  ])
  const runs = step === 'subjects' ? order.runs : 1
  const plan: ExpansionPlan = {
    ...{ nodes: found.length, there: 0, asked: 0, openNodes: 0, waiting },
    open: { new: 0, more: 0, changed: 0, other: 0 },
  }
  const open: OpenNode[] = []
  for (const { known, ...node } of found) {
    const basis = basisOf(node)
    const { missing, why } = openRuns(how, { nodeId: node.id, basis, runs, known })
    plan.there += runs - missing.length
    if (why === null) continue
    plan.open[why]++
    if ((why === 'changed' || why === 'other') && !order.also.includes(why)) continue
    plan.asked += missing.length
    plan.openNodes++
    open.push({ node, basis, missing, why })
  }
  return { how, open, plan }
}

async function askedHow(of: {
  connectionId: string
  order: ExpansionOrder
  prompt: AskedPrompt
}): Promise<AskedHow> {
  const { step, language, wanted } = of.order
  const { roles } = await db.modelConnection.findUniqueOrThrow({ where: { id: of.connectionId } })
  const { model = '', ...settings } = rolesSchema.parse(roles).drafter ?? {}
  const { name, version, parameters } = of.prompt
  return {
    ...{ step, prompt: `${name}@${version}`, model, parameters: { ...parameters, ...settings }, language },
    wanted: step === 'subjects' ? wanted : null,
  }
}
