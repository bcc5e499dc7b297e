'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { z } from 'zod'
import { useCutRelease } from '@/components/library/library.query'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import type { listReleasesEndpoint } from '@/lib/library/releases/schema'

type Releases = z.output<typeof listReleasesEndpoint.response>

/** Shows exactly what the next release would hold before it is cut. */
export function CutRelease({ project, releases }: { project: string; releases: Releases }) {
  const t = useTranslations('library.releases')
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  const cut = useCutRelease(project, ({ number }) =>
    router.push(`/p/${project}/library/releases/${number}` as never),
  )
  const { approved, added, changed, removed, waiting } = releases.next
  const last = releases.items[0]?.number ?? 0
  const number = last + 1
  const same = last > 0 && added + changed + removed === 0
  const confirm = () => cut.mutate({ name, note })
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant="primary">{t('cut', { number })}</Button>}
      title={t('cutTitle', { number })}
      description={t('text')}
      actions={
        <>
          <DialogClose render={<Button>{t('cancel')}</Button>} />
          <Button variant="primary" busy={cut.isPending} disabled={same} onClick={confirm}>
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <span>{same ? t('nothing', { number: last }) : t('holds', { count: approved })}</span>
          {added > 0 && <Badge tone="approved">{t('added', { count: added })}</Badge>}
          {changed > 0 && <Badge tone="edited">{t('changed', { count: changed })}</Badge>}
          {removed > 0 && <Badge tone="rejected">{t('removed', { count: removed })}</Badge>}
        </div>
        {waiting > 0 && <p className="text-waiting">{t('waiting', { count: waiting })}</p>}
        <Field label={t('name')} hint={t('nameHint')}>
          <Input value={name} onChange={(event) => setName(event.target.value)} maxLength={120} />
        </Field>
        <Field label={t('note')}>
          <Textarea
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={2000}
            rows={3}
          />
        </Field>
        <ErrorLine error={cut.error} />
      </div>
    </Dialog>
  )
}
