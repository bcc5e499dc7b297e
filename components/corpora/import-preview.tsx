'use client'

import { useTranslations } from 'next-intl'
import { ImportDoubts } from '@/components/corpora/import-doubts'
import { ImportLabels } from '@/components/corpora/import-labels'
import type { ImportPlan } from '@/components/corpora/import-plan'
import { InstanceText } from '@/components/corpora/instance-text'
import { IssueRow } from '@/components/corpora/issue-row'
import { LabelsOf } from '@/components/corpora/label-book'
import { cn } from '@/components/ui/cn'
import type { Preview } from '@/lib/corpora/schema'

type Props = {
  preview: Preview
  /** The figures on screen are of the reading before; the new ones are on their way. */
  stale: boolean
  plan: ImportPlan
  onPlan: (plan: ImportPlan) => void
}

/** What an import would find: first instances with their gold, labels with counts, what is wrong line by line. */
export function ImportPreview({ preview, stale, plan, onPlan }: Props) {
  const t = useTranslations('corpora.importPage')
  return (
    <LabelsOf corpus={preview}>
      <div className={cn('flex min-w-0 flex-col gap-6', stale && 'opacity-60')} aria-busy={stale}>
        <Found preview={preview} />
        <ImportDoubts preview={preview} plan={plan} onPlan={onPlan} />
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('first')}</h2>
          {preview.instances.length === 0 && <p className="text-rejected">{t('noInstances')}</p>}
          <ol className="flex flex-col">
            {preview.instances.map((instance) => (
              <li key={instance.ordinal} className="hairline-b grid grid-cols-[2.5rem_1fr] gap-2 py-2">
                <span className="pt-1 text-right font-mono text-muted text-xs">{instance.line}</span>
                <InstanceText instance={instance} />
              </li>
            ))}
          </ol>
        </section>
        {preview.labels.length > 0 && <ImportLabels labels={preview.labels} plan={plan} onPlan={onPlan} />}
        <section className="flex flex-col gap-2">
          <h2 className="font-semibold">{t('issues')}</h2>
          {preview.issues.length === 0 && <p className="text-muted">{t('noIssues')}</p>}
          <ul className="flex flex-col">
            {preview.issues.map((issue) => (
              <IssueRow key={`${issue.line} ${issue.code} ${issue.message}`} issue={issue} />
            ))}
          </ul>
        </section>
      </div>
    </LabelsOf>
  )
}

function Found({ preview }: { preview: Preview }) {
  const t = useTranslations('corpora.importPage')
  const fixes = useTranslations('fixes')
  const count = preview.instanceCount
  return (
    <p role="status">
      {[
        preview.complete ? t('foundInstances', { count }) : t('foundInstancesMore', { count }),
        t('foundLabels', { count: preview.labels.length }),
        t('foundRefused', { count: preview.refusedCount }),
      ].join(fixes('comma'))}
    </p>
  )
}
