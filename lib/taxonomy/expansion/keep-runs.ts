import type { Json, Tx } from '@/lib/platform/db'
import type { Expanding } from '@/lib/taxonomy/expansion/expanding'
import { keyOfRun } from '@/lib/taxonomy/expansion/open-runs'

export type AnsweredRun = { run: number; said: Json | null; callIds: string[] }

/** Keeps what was asked of a node's content: it is there from now on. */
export async function keepRuns(
  tx: Tx,
  { projectId, how, context }: Expanding,
  of: { nodeId: string; basis: string; runs: readonly AnsweredRun[] },
): Promise<void> {
  const { nodeId, basis, runs } = of
  await tx.taxonomyRun.createMany({
    data: runs.map(({ run, said, callIds }) => ({
      ...{ projectId, nodeId, step: how.step, key: keyOfRun(how, { nodeId, basis, run }), basis },
      ...{ model: how.model, prompt: how.prompt, run, callIds, jobRunId: context.runId },
      ...(said !== null && { said }),
    })),
    skipDuplicates: true,
  })
}
