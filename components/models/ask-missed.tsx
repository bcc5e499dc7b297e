import { useTranslations } from 'next-intl'
import { missedAlone } from '@/components/models/draft-order'
import { useAskMissed } from '@/components/models/drafting.query'
import { useProject } from '@/components/projects/current-project'
import { Button } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import type { DraftingResult } from '@/lib/artifacts/drafting/model'
import type { JobView } from '@/lib/projects/schema'

type Props = { project: string; job: JobView; result: DraftingResult }

/** Asks again what brought no draft, and only that, where the order can be told of a part. */
export function AskMissed({ project, job, result: { missed, connectionId } }: Props) {
  const t = useTranslations('models.drafting.outcome')
  const { allows } = useProject()
  const ask = useAskMissed(project, job.subjectId)
  const part = missedAlone(job.kind, missed)
  if (!part || connectionId === undefined || !allows('lead')) return null
  const count = 'labels' in part ? part.labels.length : part.carriers.length
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button
        size="sm"
        busy={ask.isPending}
        disabled={ask.isSuccess}
        onClick={() => ask.mutate({ connectionId, part })}
      >
        {t('askAgain', { count })}
      </Button>
      <ErrorLine error={ask.error} />
    </div>
  )
}
