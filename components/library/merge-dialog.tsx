'use client'

import { useQueries } from '@tanstack/react-query'
import { ArrowLeftRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ContentText } from '@/components/library/content-text'
import { artifactQuery } from '@/components/library/library.query'
import { useContentText, useMerge } from '@/components/library/reuse.query'
import { TextEditor } from '@/components/library/text-editor'
import { useBothLanguages } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { ArtifactView } from '@/lib/library/schema'

type Props = {
  project: string
  pair: readonly [string, string]
  onMerged: (artifact: string) => void
  onClose: () => void
}

/** Both beside one text that takes the place of the first; the second is retired when that is approved. */
export function MergeDialog({ project, pair, onMerged, onClose }: Props) {
  const t = useTranslations('library.merge')
  const ui = useTranslations('ui')
  const inWords = useBothLanguages()
  const [isTurned, setTurned] = useState(false)
  const [into, from] = isTurned ? [pair[1], pair[0]] : pair
  const [typed, setTyped] = useState<string | null>(null)
  const sides = useQueries({ queries: [into, from].map((id) => artifactQuery(project, id)) })
  const start = useContentText(project, into, from)
  const merge = useMerge(project, into)
  const text = typed ?? start.data?.text
  const [kept, gone] = sides.map(({ data }) => data)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      broad
      title={t('title')}
      description={
        kept && gone && t('text', { into: inWords(kept.item.title), from: inWords(gone.item.title) })
      }
      actions={
        <>
          <ErrorLine error={merge.error ?? start.error} className="min-w-0 flex-1" />
          <Button
            variant="quiet"
            onClick={() => {
              setTurned(!isTurned)
              setTyped(null)
            }}
          >
            <ArrowLeftRight aria-hidden />
            {t('turn')}
          </Button>
          <DialogClose render={<Button>{ui('cancel')}</Button>} />
          <Button
            variant="primary"
            busy={merge.isPending}
            disabled={text === undefined}
            onClick={() => merge.mutate({ from, text: text! }, { onSuccess: () => onMerged(into) })}
          >
            {t('confirm')}
          </Button>
        </>
      }
    >
      <div className="grid gap-6 lg:grid-cols-[1fr_1fr_1.3fr]">
        <Side title={t('stays')} of={kept} />
        <Side title={t('goes')} of={gone} />
        {text === undefined ? (
          <Skeleton className="h-64" />
        ) : (
          <TextEditor label={t('merged')} hint={t('hint')} text={text} onChange={setTyped} />
        )}
      </div>
    </Dialog>
  )
}

function Side({ title, of }: { title: string; of: ArtifactView | undefined }) {
  const inWords = useBothLanguages()
  const version = of?.versions.find(({ id }) => id === of.item.versionId) ?? of?.versions[0]
  return (
    <section className="min-w-0">
      <h3 className="pb-2 text-muted text-xs">
        {title}
        {of && <span className="pl-1.5 font-medium text-fg">{inWords(of.item.title)}</span>}
      </h3>
      {version ? <ContentText of={version} /> : <Skeleton className="h-40" />}
    </section>
  )
}
