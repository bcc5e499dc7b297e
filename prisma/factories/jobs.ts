import { randomUUID } from 'node:crypto'
import type { JobContext, JobStep } from '@/lib/platform/jobs'
import type { ProjectActor } from '@/lib/projects/model'

/** What a handler is given where nobody waits for what it says. */
export const quietContext: JobContext = {
  ...{ runId: '', projectId: '', startedBy: '' },
  signal: new AbortController().signal,
  note: () => {},
  progress: async () => {},
}

/** What the worker gives a handler, for calling one without a worker. `notes` and `steps` hold what it said. */
export function makeJobContext(
  actor: ProjectActor,
  given: Partial<Pick<JobContext, 'runId' | 'signal' | 'progress'>> = {},
): JobContext & { notes: JobStep[]; steps: JobStep[] } {
  const notes: JobStep[] = []
  const steps: JobStep[] = []
  return {
    ...quietContext,
    ...{ runId: randomUUID(), projectId: actor.project.id, startedBy: actor.id },
    note: (step) => notes.push(step),
    progress: async ({ step }) => {
      if (step) steps.push(step)
    },
    ...given,
    notes,
    steps,
  }
}
