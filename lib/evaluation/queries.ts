import { type Asked, enterDashboard } from '@/lib/evaluation/enter-dashboard'
import { readAgreementDays } from '@/lib/evaluation/read-agreement-days'
import { readBlocks } from '@/lib/evaluation/read-blocks'
import { readCoverage } from '@/lib/evaluation/read-coverage'
import { readDays, readReasons } from '@/lib/evaluation/read-days'
import { readDrafters } from '@/lib/evaluation/read-drafters'
import { countOpen, readProgress } from '@/lib/evaluation/read-progress'
import type { Dashboard } from '@/lib/evaluation/schema'
import type { ProjectActor } from '@/lib/projects/model'

/** The figures that show the quality of the work, from decisions that were counted as they were made. */
export async function readDashboard(actor: ProjectActor, asked: Asked): Promise<Dashboard> {
  const scope = enterDashboard(actor, asked)
  const [open, coverage] = await Promise.all([countOpen(scope.projectId), readCoverage(scope)])
  const [progress, days, drafters, agreement, reasons, blocks] = await Promise.all([
    readProgress(scope, open),
    readDays(scope),
    readDrafters(scope),
    readAgreementDays(scope),
    readReasons(scope),
    readBlocks(scope, { open, coverage }),
  ])
  const { from, to, bucket, only } = scope
  return {
    ...{ from, to, bucket, sees: only ? 'own' : 'everybody' },
    ...progress,
    ...{ days, drafters, agreement, reasons, coverage, blocks },
  }
}
