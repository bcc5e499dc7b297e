'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useCreateProject } from '@/components/projects/projects.query'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

export function CreateProject() {
  const t = useTranslations('projects')
  const router = useRouter()
  const create = useCreateProject()
  const form = useId()
  const [name, setName] = useState('')
  const [description, setDescription] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name, description }, { onSuccess: ({ slug }) => router.push(`/p/${slug}`) })
  }
  return (
    <Dialog
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t('create')}
        </Button>
      }
      title={t('createTitle')}
      actions={
        <Button variant="primary" type="submit" form={form} busy={create.isPending || create.isSuccess}>
          {t('createSubmit')}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('name')} hint={t('nameHint')}>
          <Input required maxLength={120} value={name} onValueChange={setName} />
        </Field>
        <Field label={t('description')} optional={t('optional')}>
          <Textarea
            maxLength={2000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <ErrorLine error={create.error} />
      </form>
    </Dialog>
  )
}
