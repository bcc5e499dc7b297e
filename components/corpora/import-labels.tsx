'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ImportPlan, labelsAfter, readLabels, withFix } from '@/components/corpora/import-plan'
import { LabelBars } from '@/components/corpora/label-bars'
import { LabelChoice } from '@/components/corpora/label-choice'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { LabelTag } from '@/components/ui/label-hue'
import { Textarea } from '@/components/ui/textarea'
import { type LabelCount, MAX_LABEL_LENGTH } from '@/lib/corpora/model'

type Props = {
  labels: readonly LabelCount[]
  plan: ImportPlan
  onPlan: (plan: ImportPlan) => void
}

/** The labels as the import will leave them; any can be renamed, merged or dropped, and held against a list. */
export function ImportLabels({ labels, plan, onPlan }: Props) {
  const t = useTranslations('fixes.plan')
  const words = useTranslations('corpora.importPage')
  const after = labelsAfter(labels, plan.fixes)
  return (
    <section className="flex flex-col gap-3" aria-labelledby="import-labels">
      <h2 id="import-labels" className="font-semibold">
        {plan.fixes.some((fix) => 'from' in fix) ? t('labelsAfter') : words('labels')}
      </h2>
      <LabelBars labels={after} />
      <details>
        <summary className="w-fit cursor-pointer text-accent-text">{t('change')}</summary>
        <ChangeLabels labels={after} plan={plan} onPlan={onPlan} />
      </details>
      <details>
        <summary className="w-fit cursor-pointer text-accent-text">{t('known')}</summary>
        <KnownLabels labels={after} plan={plan} onPlan={onPlan} />
      </details>
    </section>
  )
}

function ChangeLabels({ labels, plan, onPlan }: Props) {
  const t = useTranslations('fixes.editor')
  const plans = useTranslations('fixes.plan')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const from = chosen.filter((label) => labels.some((one) => one.label === label))
  const to = name.trim()
  const renamed = from.filter((label) => label !== to)
  const add = (fix: Parameters<typeof withFix>[1]) => {
    onPlan(withFix(plan, fix))
    setChosen([])
    setName('')
  }
  const toggle = (label: string) =>
    setChosen(from.includes(label) ? from.filter((one) => one !== label) : [...from, label])
  return (
    <div className="flex flex-col gap-2 pt-2">
      <p className="max-w-[70ch] text-muted">{plans('changeText')}</p>
      <LabelChoice labels={labels} chosen={from} onToggle={toggle} />
      {from.length > 0 && (
        <div className="flex flex-wrap items-end gap-2">
          <Field label={t(from.length > 1 ? 'mergeInto' : 'newName')} className="w-64 max-w-full">
            <Input value={name} maxLength={MAX_LABEL_LENGTH} onValueChange={setName} />
          </Field>
          <Button
            disabled={to === '' || renamed.length === 0}
            onClick={() => add({ kind: 'relabel', from: renamed, to, part: 'label' })}
          >
            {plans(from.length > 1 ? 'merge' : 'rename')}
          </Button>
          <Button onClick={() => add({ kind: 'drop-label', from, part: 'label' })}>
            {plans('drop', { count: from.length })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The list that the labels should be on; a survey after the import holds the corpus against it too. */
function KnownLabels({ labels, plan, onPlan }: Props) {
  const t = useTranslations('fixes.plan')
  const [written, setWritten] = useState(plan.known.join('\n'))
  const unknown = labels.filter(({ label }) => !plan.known.includes(label))
  const set = (value: string) => {
    setWritten(value)
    onPlan({ ...plan, known: readLabels(value) })
  }
  return (
    <div className="flex max-w-2xl flex-col gap-2 pt-2">
      <Field label={t('knownLabel')} hint={t('knownHint')}>
        <Textarea value={written} onChange={(event) => set(event.target.value)} maxLength={20_000} />
      </Field>
      {plan.known.length > 0 && (
        <p role="status">
          {t('unknown', { count: unknown.length, items: unknown.reduce((sum, { items }) => sum + items, 0) })}
        </p>
      )}
      {plan.known.length > 0 && unknown.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          {unknown.slice(0, 60).map(({ label, items }) => (
            <LabelTag key={label} label={label} count={items} />
          ))}
          <Button
            size="sm"
            onClick={() =>
              onPlan(
                withFix(plan, {
                  kind: 'drop-label',
                  from: unknown.map(({ label }) => label),
                  part: 'label',
                }),
              )
            }
          >
            {t('drop', { count: unknown.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
