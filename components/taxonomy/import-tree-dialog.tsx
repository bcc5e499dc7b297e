'use client'

import { useTranslations } from 'next-intl'
import { JobsOf } from '@/components/projects/jobs-of'
import { useImportTree, usePreviewTree } from '@/components/taxonomy/taxonomy.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { TreePlan } from '@/lib/taxonomy/outline/schema'

/** Brings a tree in from a file: it is looked at first, and with one fault in it nothing is taken. */
export function ImportTreeDialog({ project, onClose }: { project: string; onClose: () => void }) {
  const t = useTranslations('taxonomy.import')
  const ui = useTranslations('ui')
  const preview = usePreviewTree(project)
  const bring = useImportTree(project)
  const plan = preview.data?.plan
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} wide title={t('title')} description={t('text')}>
      <div className="flex flex-col gap-3">
        {!bring.data && (
          // The browser's own control speaks the browser's language, not the screen's.
          <label className="flex cursor-pointer flex-col items-center rounded-md border border-line border-dashed p-6 text-muted focus-within:border-focus hover:bg-hover">
            <input
              type="file"
              accept=".txt,.md,.json,.yaml,.yml,.csv"
              disabled={preview.isPending}
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file) preview.mutate(file)
              }}
              className="sr-only"
            />
            {plan ? t('another') : t('choose')}
          </label>
        )}
        {preview.isPending && <Skeleton className="h-10" />}
        <ErrorLine error={preview.error ?? bring.error} />
        {plan && !bring.data && <Plan plan={plan} />}
        {bring.data && (
          <>
            <p role="status">{t('ordered')}</p>
            <JobsOf project={project} subject={preview.data?.uploadId ?? ''} canCancel />
          </>
        )}
        <div className="flex justify-end gap-2">
          <DialogClose render={<Button>{bring.data ? ui('close') : ui('cancel')}</Button>} />
          {!bring.data && (
            <Button
              variant="primary"
              busy={bring.isPending}
              disabled={!plan || plan.faults.length > 0 || plan.added === 0}
              onClick={() => preview.data && bring.mutate(preview.data.uploadId)}
            >
              {t('confirm', { count: plan?.added ?? 0 })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function Plan({ plan }: { plan: TreePlan }) {
  const t = useTranslations('taxonomy.import')
  if (plan.faults.length > 0)
    return (
      <div role="alert" className="flex flex-col gap-1">
        <p className="font-medium text-rejected">{t('faulty', { count: plan.faults.length })}</p>
        <ol className="flex max-h-56 flex-col overflow-y-auto">
          {plan.faults.map((fault) => (
            <li key={`${fault.line} ${fault.code} ${fault.text}`} className="hairline-b flex gap-3 py-1">
              <span className="w-20 shrink-0 text-muted tabular-nums">
                {fault.line > 0 ? t('line', { line: fault.line }) : t('file')}
              </span>
              <span className="min-w-0">
                {t(`faults.${fault.code}`)}
                {fault.text && <span className="pl-2 font-mono text-muted text-xs">{fault.text}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
    )
  return (
    <div className="flex flex-col gap-1">
      <p>
        {t('plan', {
          file: plan.fileName,
          read: plan.read,
          added: plan.added,
          known: plan.known,
          repeated: plan.repeated,
        })}
      </p>
      {plan.first.length > 0 && (
        <p className="text-muted">{plan.first.map(({ name }) => name.en || name.zh).join(' · ')}</p>
      )}
    </div>
  )
}
