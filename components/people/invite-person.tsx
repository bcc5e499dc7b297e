'use client'

import { UserPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useInvite } from '@/components/people/members.query'
import { useRoleOptions } from '@/components/people/role-options'
import { useProject } from '@/components/projects/current-project'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SecretLine } from '@/components/ui/secret-line'
import { Select } from '@/components/ui/select'
import { INVITATION_DAYS } from '@/lib/people/model'
import type { Role } from '@/lib/projects/model'

/** Makes a link and shows it this once. */
export function InvitePerson() {
  const t = useTranslations('people.invitations')
  const { slug } = useProject()
  const invite = useInvite(slug)
  const form = useId()
  const [open, setOpen] = useState(false)
  const made = invite.data
  const show = (next: boolean) => {
    if (next) invite.reset()
    setOpen(next)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={show}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t('invite')}
        </Button>
      }
      title={made ? t('madeTitle') : t('dialogTitle')}
      description={made ? t('madeBody') : t('dialogBody', { days: INVITATION_DAYS })}
      actions={
        made ? (
          <DialogClose render={<Button variant="primary">{t('done')}</Button>} />
        ) : (
          <Button variant="primary" type="submit" form={form} busy={invite.isPending}>
            {t('make')}
          </Button>
        )
      }
    >
      {made ? (
        <SecretLine text={`${window.location.origin}${made.path}`} copy={t('copy')} />
      ) : (
        <InviteForm id={form} onSubmit={(body) => invite.mutate(body)} />
      )}
      <ErrorLine error={invite.error} className="pt-3" />
    </Dialog>
  )
}

type FormProps = { id: string; onSubmit: (body: { role: Role; note: string }) => void }

function InviteForm({ id, onSubmit }: FormProps) {
  const t = useTranslations('people.invitations')
  const options = useRoleOptions()
  const [role, setRole] = useState<Role>('annotator')
  const [note, setNote] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit({ role, note })
  }
  return (
    <form id={id} onSubmit={submit} className="flex flex-col gap-4">
      <Field label={t('role')} hint={options.find(({ value }) => value === role)?.hint}>
        <Select value={role} options={options} onChange={setRole} className="w-full" />
      </Field>
      <Field label={t('note')} hint={t('noteHint')} optional={t('optional')}>
        <Input value={note} onValueChange={setNote} maxLength={200} />
      </Field>
    </form>
  )
}
