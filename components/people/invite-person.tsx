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
  const trigger = (
    <Button variant="primary">
      <UserPlus aria-hidden />
      {t('invite')}
    </Button>
  )
  const forget = (open: boolean) => !open && invite.reset()
  if (invite.data)
    return (
      <Dialog
        trigger={trigger}
        open
        onOpenChange={forget}
        title={t('madeTitle')}
        description={t('madeBody')}
        actions={<DialogClose render={<Button variant="primary">{t('done')}</Button>} />}
      >
        <SecretLine text={`${window.location.origin}${invite.data.path}`} copy={t('copy')} />
      </Dialog>
    )
  return (
    <Dialog
      trigger={trigger}
      onOpenChange={forget}
      title={t('dialogTitle')}
      description={t('dialogBody', { days: INVITATION_DAYS })}
      actions={
        <Button variant="primary" type="submit" form={form} busy={invite.isPending}>
          {t('make')}
        </Button>
      }
    >
      <InviteForm id={form} onSubmit={(body) => invite.mutate(body)} />
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
