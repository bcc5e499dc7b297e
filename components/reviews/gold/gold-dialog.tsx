'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useGold, versionGoldQuery } from '@/components/reviews/gold/gold.query'
import { VERDICT_STATUS } from '@/components/reviews/gold/verdict-status'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { Textarea } from '@/components/ui/textarea'
import type { VersionGold } from '@/lib/reviews/gold/schema'

type Props = { project: string; version: string; onClose: () => void }

/** Makes a settled version a gold question, with the note that explains why; or changes one. */
export default function GoldDialog({ project, version, onClose }: Props) {
  const t = useTranslations('goldQuestions.dialog')
  const { data, error } = useQuery(versionGoldQuery(project, version))
  if (data?.verdict || data?.id) return <Form {...{ project, version, onClose }} gold={data} />
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('mark')}
      actions={<DialogClose render={<Button>{t('close')}</Button>} />}
    >
      {error ? (
        <ErrorLine error={error} />
      ) : data ? (
        <p className="text-muted">{t('open')}</p>
      ) : (
        <Skeleton className="h-16" />
      )}
    </Dialog>
  )
}

function Form({ project, version, gold, onClose }: Props & { gold: VersionGold }) {
  const t = useTranslations('goldQuestions.dialog')
  const [note, setNote] = useState(gold.note)
  const { keep, remove } = useGold(project, version)
  const { id } = gold
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(id ? 'change' : 'mark')}
      description={t('what')}
      actions={
        <>
          <ErrorLine error={keep.error ?? remove.error} className="min-w-0 flex-1" />
          {id && (
            <Button
              variant="danger"
              busy={remove.isPending}
              onClick={() => remove.mutate(id, { onSuccess: onClose })}
            >
              {t('remove')}
            </Button>
          )}
          <DialogClose render={<Button>{t('close')}</Button>} />
          <Button
            variant="primary"
            busy={keep.isPending}
            onClick={() => keep.mutate({ id, note }, { onSuccess: onClose })}
          >
            {t(id ? 'save' : 'make')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {gold.verdict && (
          <p className="flex flex-wrap items-center gap-2">
            {t('expected')} <StatusBadge status={VERDICT_STATUS[gold.verdict]} />
          </p>
        )}
        <Field label={t('note')} optional={t('optional')} hint={t('noteHint')}>
          <Textarea value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
        </Field>
      </div>
    </Dialog>
  )
}
