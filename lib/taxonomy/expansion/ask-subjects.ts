import { type EachOutcome, missedOf } from '@/lib/artifacts/drafting/draft-each'
import type { Asked } from '@/lib/calls/model'
import type { Expanding } from '@/lib/taxonomy/expansion/expanding'
import type { OpenNode } from '@/lib/taxonomy/expansion/plan-expansion'
import { writeSubjects } from '@/lib/taxonomy/expansion/write-subjects'
import { nameIn } from '@/lib/taxonomy/model'
import type { DescribedSubject } from '@/lib/taxonomy/subjects/model'

/**
 * The missing runs about one discipline, merged with those that are there. Runs that bring no answer are missed and asked another time;
 * where the order is stopped, the answers stay in the store and nothing is merged yet.
 */
export async function askSubjects(
  expanding: Expanding,
  { node, basis, missing }: OpenNode,
  ask: (run: number) => Promise<Asked<{ subjects: DescribedSubject[] }>>,
): Promise<EachOutcome[]> {
  const key = nameIn(node.name, expanding.order.language)
  const asked = await Promise.all(missing.map(async (run) => ({ run, said: await ask(run) })))
  const missed = asked.flatMap(({ run, said }) =>
    said.outcome === 'answer' ? [] : [missedOf(`${key} #${run + 1}`, said)],
  )
  if (missed.some(({ outcome }) => outcome === 'cancelled' || outcome === 'over-budget')) return missed
  const answered = asked.flatMap(({ run, said }) =>
    said.outcome === 'answer' ? [{ run, said: said.value.subjects, callIds: said.callIds }] : [],
  )
  if (answered.length === 0) return missed
  const { added, known } = await writeSubjects(expanding, { node, basis, answered })
  expanding.context.note({
    key: 'runsMerged',
    params: { label: key, runs: answered.length, added, known },
  })
  return [...missed, { key, outcome: added > 0 ? 'drafted' : 'unchanged' }]
}
