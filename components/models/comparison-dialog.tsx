'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useCorpora } from '@/components/corpora/corpora.query'
import { ArmFields } from '@/components/models/arm-fields'
import { DraftEstimate } from '@/components/models/draft-estimate'
import type { EstimateOf } from '@/components/models/drafting.query'
import { useStartComparison } from '@/components/models/learning.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { rowsOf } from '@/components/ui/keyset'
import { Select } from '@/components/ui/select'
import { useSettled } from '@/components/ui/use-settled'
import type { Arm } from '@/lib/artifacts/comparisons/model'
import { draftableForms } from '@/lib/artifacts/model'
import type { ConnectionView } from '@/lib/connections/schema'

type Props = { project: string; connections: readonly ConnectionView[]; onClose: () => void }

const SETTLED_MS = 600

/** Orders a blind comparison: the corpus, its labels, and the two drafters. */
export function ComparisonDialog({ project, connections, onClose }: Props) {
  const t = useTranslations('models.learning')
  const ui = useTranslations('ui')
  const form = useId()
  const corpora = useCorpora(project)
  const start = useStartComparison(project)
  const able = connections.filter(({ roles }) => roles.drafter)
  const ready = rowsOf(corpora.data).filter(
    ({ state, taskForm, labels }) =>
      state === 'ready' && draftableForms.includes(taskForm) && labels.length > 0,
  )
  const [chosen, setCorpus] = useState<string | null>(null)
  const corpus = ready.find(({ id }) => id === chosen) ?? ready[0]
  const all = corpus?.labels.map(({ label }) => label) ?? []
  const [left, setLeft] = useState<readonly string[]>([])
  const labels = all.filter((label) => !left.includes(label))
  const [arms, setArms] = useState<{ a: Arm; b: Arm }>(() => firstArms(able))
  const isSame = JSON.stringify(arms.a) === JSON.stringify(arms.b)
  const chosenLabels = left.length === 0 ? undefined : labels
  const ordered = useSettled(JSON.stringify({ corpus: corpus?.id, labels: chosenLabels, arms }), SETTLED_MS)
  const settled = JSON.parse(ordered) as { corpus?: string; labels?: string[]; arms: typeof arms }
  const canStart = corpus !== undefined && labels.length > 0 && !isSame
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t('dialog.title')}
      description={t('dialog.description')}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button variant="primary" type="submit" form={form} busy={start.isPending} disabled={!canStart}>
            {t('dialog.start')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (canStart)
            start.mutate({ corpus: corpus.id, labels: chosenLabels, ...arms }, { onSuccess: onClose })
        }}
      >
        {corpora.isSuccess && ready.length === 0 && <p className="text-waiting">{t('dialog.noCorpus')}</p>}
        {corpus && (
          <>
            <Field label={t('dialog.corpus')} name="corpus">
              <Select
                label={t('dialog.corpus')}
                value={corpus.id}
                onChange={(id) => {
                  setCorpus(id)
                  setLeft([])
                }}
                options={ready.map(({ id, name }) => ({ value: id, label: name }))}
                className="w-full"
              />
            </Field>
            <LabelsOf all={all} left={left} onLeft={setLeft} />
          </>
        )}
        <div className="grid gap-5 sm:grid-cols-2">
          {(['a', 'b'] as const).map((name) => (
            <div key={name} className="flex min-w-0 flex-col gap-4">
              <ArmFields
                title={t(`arm.${name}`)}
                arm={arms[name]}
                connections={able}
                onChange={(arm) => setArms({ ...arms, [name]: arm })}
              />
              {settled.corpus && !isSame && (
                <DraftEstimate project={project} of={estimateOf(settled.arms[name], settled)} />
              )}
            </div>
          ))}
        </div>
        {isSame && <p className="text-waiting text-xs">{t('dialog.same')}</p>}
        <ErrorLine error={start.error ?? corpora.error} />
      </form>
    </Dialog>
  )
}

/** What one of the two would cost. A service that is gone asks for nothing. */
function estimateOf(
  { connectionId, ...arm }: Arm,
  { corpus = '', labels }: { corpus?: string; labels?: string[] },
): EstimateOf {
  const order = { what: 'guidelines' as const, corpus, labels, again: 'all' as const, arm }
  return { connectionId: connectionId && labels?.length !== 0 ? connectionId : null, order, isBatch: false }
}

/** Two that differ, if there are two: other services, else the drafter and another of its models. */
function firstArms(able: readonly ConnectionView[]): { a: Arm; b: Arm } {
  const [first, second] = able
  const a: Arm = { connectionId: first?.id ?? '', lessons: true }
  const other = first?.tested?.models.find((model) => model !== first.roles.drafter?.model)
  if (second) return { a, b: { connectionId: second.id, lessons: true } }
  return { a, b: { ...a, ...(other && { model: other }) } }
}

type LabelsProps = {
  all: readonly string[]
  left: readonly string[]
  onLeft: (left: readonly string[]) => void
}

function LabelsOf({ all, left, onLeft }: LabelsProps) {
  const t = useTranslations('models.learning.dialog')
  const toggle = (label: string) =>
    onLeft(left.includes(label) ? left.filter((one) => one !== label) : [...left, label])
  return (
    <details>
      <summary className="w-fit font-medium text-xs">
        {t('labels')}{' '}
        <span className="font-normal text-muted">
          {left.length === 0
            ? t('all', { count: all.length })
            : t('chosen', { count: all.length - left.length, all: all.length })}
        </span>
      </summary>
      <div className="flex gap-1 pt-1">
        <Button size="sm" variant="quiet" onClick={() => onLeft([])}>
          {t('selectAll')}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => onLeft(all)}>
          {t('selectNone')}
        </Button>
      </div>
      <div className="grid max-h-48 grid-cols-2 gap-x-4 overflow-y-auto sm:grid-cols-3">
        {all.map((label) => (
          <label key={label} className="flex min-w-0 items-center gap-2 py-0.5">
            <input type="checkbox" checked={!left.includes(label)} onChange={() => toggle(label)} />
            <span className="truncate">{label}</span>
          </label>
        ))}
      </div>
    </details>
  )
}
