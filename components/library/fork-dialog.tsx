'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFork, useForkTargets } from '@/components/library/reuse.query'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { ForkTargets } from '@/lib/library/reuse/schema'

type Props = { project: string; artifact: string; title: string; onClose: () => void }

/** Copies what stands into another project, where it waits as a draft. */
export function ForkDialog({ project, artifact, title, onClose }: Props) {
  const t = useTranslations('library.fork')
  const { data, error } = useForkTargets(project, artifact)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { title })}
      description={t('text')}
    >
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-16" />}
      {data?.projects.length === 0 && <p className="text-muted">{t('nowhere')}</p>}
      {data && data.projects.length > 0 && <Targets {...{ project, artifact, onClose }} targets={data} />}
    </Dialog>
  )
}

function Targets({ project, artifact, targets, onClose }: Omit<Props, 'title'> & { targets: ForkTargets }) {
  const t = useTranslations('library.fork')
  const ui = useTranslations('ui')
  const [into, setInto] = useState(targets.projects[0]!.slug)
  const [named, setNamed] = useState<string | null>(null)
  const fork = useFork(project, artifact)
  const target = targets.projects.find(({ slug }) => slug === into)!
  const corpora = target.corpora.toSorted((a, b) => Number(b.same) - Number(a.same))
  const corpus = corpora.find(({ id }) => id === named) ?? corpora[0]
  const isAble = !targets.needsCorpus || corpus !== undefined
  if (fork.data)
    return (
      <div className="flex flex-col gap-3">
        <p role="status">{t('done', { project: target.name, dropped: fork.data.dropped })}</p>
        <div className="flex items-center justify-end gap-3">
          <TextLink href={`/p/${into}/library?state=all&artifact=${fork.data.artifactId}`}>
            {t('open')}
          </TextLink>
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </div>
    )
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('project')}
        className="w-full"
        value={into}
        onChange={(slug) => {
          setInto(slug)
          setNamed(null)
        }}
        options={targets.projects.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {targets.needsCorpus && corpora.length === 0 && <p className="text-waiting">{t('noCorpus')}</p>}
      {targets.needsCorpus && corpus && (
        <>
          <Select
            label={t('corpus')}
            className="w-full"
            value={corpus.id}
            onChange={setNamed}
            options={corpora.map(({ id, name, same }) => ({
              value: id,
              label: name,
              hint: same ? t('same') : undefined,
            }))}
          />
          {!corpus.same && <p className="text-muted">{t('other')}</p>}
        </>
      )}
      <ErrorLine error={fork.error} />
      <div className="flex justify-end gap-2">
        <DialogClose render={<Button>{ui('cancel')}</Button>} />
        <Button
          variant="primary"
          busy={fork.isPending}
          disabled={!isAble}
          onClick={() => fork.mutate({ into, ...(targets.needsCorpus && corpus && { corpus: corpus.id }) })}
        >
          {t('confirm')}
        </Button>
      </div>
    </div>
  )
}
