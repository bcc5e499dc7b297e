'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFixWords } from '@/components/corpora/fix-words'
import { type ImportPlan, labelsAfter, withoutFix } from '@/components/corpora/import-plan'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Fix } from '@/lib/corpora/fixes/model'
import type { Preview } from '@/lib/corpora/schema'

type Props = { preview: Preview; plan: ImportPlan; onPlan: (plan: ImportPlan) => void }

/** What the import will do to what it reads, step by step; each can be taken back. */
export function ImportSteps({ preview, plan, onPlan }: Props) {
  const t = useTranslations('fixes.plan')
  const words = useFixWords()
  return (
    <section className="flex flex-col gap-1" aria-labelledby="import-steps">
      <h2 id="import-steps" className="font-semibold">
        {t('steps')}
      </h2>
      {plan.fixes.length === 0 && <p className="text-muted text-xs">{t('none')}</p>}
      <ol className="flex flex-col" aria-live="polite">
        {plan.fixes.map((fix, at) => (
          <li
            key={JSON.stringify(fix)}
            className="hairline-b grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1 py-1.5"
          >
            <div className="min-w-0">
              <p className="break-words">{words.deed(fix)}</p>
              <p className="text-muted text-xs">
                <Touched fix={fix} before={plan.fixes.slice(0, at)} preview={preview} />
              </p>
            </div>
            <IconButton
              icon={X}
              size="sm"
              label={t('remove', { step: words.deed(fix) })}
              onClick={() => onPlan(withoutFix(plan, fix))}
            />
          </li>
        ))}
      </ol>
      {plan.known.length > 0 && (
        <p className="text-muted text-xs">{t('heldAgainst', { count: plan.known.length })}</p>
      )}
      {plan.fixes.length > 0 && (
        <div className="flex items-center justify-between gap-2">
          <p className="text-muted text-xs">{t('undoableLater')}</p>
          {plan.fixes.length > 1 && (
            <Button size="sm" variant="quiet" onClick={() => onPlan({ ...plan, fixes: [] })}>
              {t('clear')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** How much a step touches, as far as the file was read; merged labels may change what repeats. */
function Touched({ fix, before, preview }: { fix: Fix; before: readonly Fix[]; preview: Preview }) {
  const t = useTranslations('fixes.plan')
  const sampled = String(!preview.complete)
  if ('from' in fix) {
    const labels = labelsAfter(preview.labels, before).filter(({ label }) => fix.from.includes(label))
    return t('marks', { count: labels.reduce((sum, { items }) => sum + items, 0), sampled })
  }
  const found = preview.problems.find(({ kind }) => kind === fix.problem)
  const { instances = 0, groups = 0 } = found ?? {}
  const count = fix.kind === 'drop-instances' && fix.keep === 'first' ? instances - groups : instances
  const merged = before.some((one) => 'from' in one)
  return t(merged ? 'instancesNow' : 'instances', { count, sampled })
}
