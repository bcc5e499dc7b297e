'use client'

import { useQuery } from '@tanstack/react-query'
import { Archive, ArchiveRestore } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BuiltOn } from '@/components/lineage/built-on'
import { staleQuery, useRestoreArtifact, useRetireArtifact } from '@/components/lineage/lineage.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Skeleton } from '@/components/ui/skeleton'
import { Textarea } from '@/components/ui/textarea'

type Props = { project: string; artifact: string; title: string }

/** Takes an artifact out of use, after showing what is built on it; asks why. */
export function RetireArtifact({ project, artifact, title }: Props) {
  const t = useTranslations('lineage.retire')
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" variant="quiet">
          <Archive aria-hidden />
          {t('action')}
        </Button>
      }
      title={t('title', { title })}
      description={t('text')}
    >
      {open && <Retirement project={project} artifact={artifact} onDone={() => setOpen(false)} />}
    </Dialog>
  )
}

function Retirement({ project, artifact, onDone }: Omit<Props, 'title'> & { onDone: () => void }) {
  const t = useTranslations('lineage.retire')
  const ui = useTranslations('ui')
  const [reason, setReason] = useState('')
  const built = useQuery(staleQuery(project, artifact))
  const retire = useRetireArtifact(project, artifact)
  const { data } = built
  const isBuiltOn = data && data.releases.length + data.runs.length + data.exports.length > 0
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') retire.mutate(reason.trim(), { onSuccess: onDone })
      }}
    >
      {built.isPending && <Skeleton className="h-16" />}
      <ErrorLine error={built.error} />
      {data && !isBuiltOn && <p>{t('nothing')}</p>}
      {isBuiltOn && (
        <section className="flex flex-col gap-3">
          <p>{t('builtOn')}</p>
          <BuiltOn project={project} stale={data} />
        </section>
      )}
      <Field label={t('reason')} hint={t('reasonHint')}>
        <Textarea
          rows={2}
          maxLength={600}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <ErrorLine error={retire.error} />
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>{ui('cancel')}</Button>} />
        <Button
          type="submit"
          variant="danger"
          busy={retire.isPending}
          disabled={!data || reason.trim() === ''}
        >
          {t('confirm')}
        </Button>
      </div>
    </form>
  )
}

/** Says that an artifact is out of use, and takes it back. */
export function RetiredNote({ project, artifact, canLead }: Omit<Props, 'title'> & { canLead: boolean }) {
  const t = useTranslations('lineage.retired')
  const restore = useRestoreArtifact(project, artifact)
  return (
    <div className="flex flex-wrap items-center gap-2 bg-waiting-soft px-4 py-2">
      <Archive aria-hidden className="size-4 shrink-0 text-waiting" />
      <p className="min-w-48 flex-1">{t('text')}</p>
      {canLead && (
        <Button size="sm" busy={restore.isPending} onClick={() => restore.mutate()}>
          <ArchiveRestore aria-hidden />
          {t('restore')}
        </Button>
      )}
      <ErrorLine error={restore.error} />
    </div>
  )
}
