'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { useAssign } from '@/components/reviews/plans/assign.query'
import type { Named } from '@/components/reviews/plans/assignee-names'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import type { AssignableDraft } from '@/lib/reviews/plans/schema'

type Props = {
  names: readonly Named[]
  /** How many drafts it is about, and those of them that were chosen one by one. */
  count: number
  of: readonly AssignableDraft[]
  /** How many of all that the filter finds somebody decides now. */
  held: number
  assign: ReturnType<typeof useAssign>['assign']
  onAssign: (to: string[]) => void
  onClose: () => void
}

/** To whom, and what that will do before it is done. */
export function AssignDialog({ names, count, of, held, assign, onAssign, onClose }: Props) {
  const t = useTranslations('plans.assigning')
  const everybody = useTranslations('plans')('everybody')
  const format = useFormatter()
  const [to, setTo] = useState<readonly string[]>([])
  const chosen = names.filter(({ id }) => to.includes(id)).map(({ name }) => name)
  const stay = of.length > 0 ? of.filter(({ holder }) => holder).length : held
  const others = of.filter(({ assignedTo }) => assignedTo.some((name) => !to.includes(name))).length
  const toggle = (id: string) => setTo(to.includes(id) ? to.filter((one) => one !== id) : [...to, id])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('dialog.title', { count })}
      actions={
        <Button variant="primary" busy={assign.isPending} onClick={() => onAssign([...to])}>
          {to.length > 0 ? t('dialog.assign') : t('dialog.clear')}
        </Button>
      }
    >
      <fieldset className="flex flex-col">
        <legend className="sr-only">{t('dialog.to')}</legend>
        <Choice name={everybody} checked={to.length === 0} onChange={() => setTo([])} />
        {names.map(({ id, name }) => (
          <Choice key={id} name={name} checked={to.includes(id)} onChange={() => toggle(id)} />
        ))}
      </fieldset>
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-4 text-muted">
        <li>
          {chosen.length > 0 ? t('dialog.only', { names: format.list(chosen) }) : t('dialog.everybody')}
        </li>
        {others > 0 && <li>{t('dialog.others', { count: others })}</li>}
        {stay > 0 && <li>{t('dialog.held', { count: stay })}</li>}
        <li>{t('dialog.undo')}</li>
      </ul>
      <ErrorLine error={assign.error} className="pt-2" />
    </Dialog>
  )
}

function Choice({ name, checked, onChange }: { name: string; checked: boolean; onChange: () => void }) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 rounded-md px-2 hover:bg-hover max-lg:min-h-11">
      <input type="checkbox" className="size-4 accent-accent" checked={checked} onChange={onChange} />
      {name}
    </label>
  )
}
