'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useChangeBudget } from '@/components/models/spend.query'
import { NumberField } from '@/components/recipes/number-field'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MICROS } from '@/lib/calls/model'
import { type BudgetView, budgetChanges } from '@/lib/calls/schema'

const MOST = 1_000_000_000

/** Sets the currency and the limits. Nothing in a field is no limit; 0 stops all that costs. */
export function BudgetDialog({ project, budget }: { project: string; budget: BudgetView }) {
  const t = useTranslations('models')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t('spend.set')}
      </Button>
      {open && <Opened project={project} budget={budget} onClose={() => setOpen(false)} />}
    </>
  )
}

type Props = { project: string; budget: BudgetView; onClose: () => void }

function Opened({ project, budget, onClose }: Props) {
  const t = useTranslations('models.budgetDialog')
  const ui = useTranslations('ui')
  const form = useId()
  const save = useChangeBudget(project)
  const { currency, totalLimit, dayLimit, shareAnswers } = budget
  const [draft, setDraft] = useState({ currency, totalLimit, dayLimit, shareAnswers })
  const isFit = budgetChanges.safeParse(draft).success
  const limit = (name: 'totalLimit' | 'dayLimit', label: string) => (
    <NumberField
      label={label}
      hint={draft[name] === 0 ? t('nothing') : t('empty')}
      value={draft[name] === null ? null : draft[name] / MICROS}
      min={0}
      max={MOST}
      step={0.01}
      onChange={(sum) => setDraft({ ...draft, [name]: Math.round(sum * MICROS) })}
      onClear={() => setDraft({ ...draft, [name]: null })}
    />
  )
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t('title')}
      description={t('description')}
      actions={
        <>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button variant="primary" type="submit" form={form} busy={save.isPending} disabled={!isFit}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid grid-cols-2 items-start gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(draft, { onSuccess: onClose })
        }}
      >
        {limit('totalLimit', t('total'))}
        {limit('dayLimit', t('day'))}
        <Field
          label={t('currency')}
          hint={t('currencyHint')}
          error={isFit ? null : t('currencyWrong')}
          className="col-span-2"
        >
          <Input
            value={draft.currency}
            maxLength={3}
            onValueChange={(typed: string) => setDraft({ ...draft, currency: typed.toUpperCase() })}
            className="w-24 font-mono uppercase"
          />
        </Field>
        <label className="col-span-2 flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1"
            checked={draft.shareAnswers}
            onChange={(event) => setDraft({ ...draft, shareAnswers: event.target.checked })}
          />
          <span>
            {t('share')}
            <span className="block text-muted text-xs">{t('shareHint')}</span>
          </span>
        </label>
        <ErrorLine error={save.error} className="col-span-2" />
      </form>
    </Dialog>
  )
}
