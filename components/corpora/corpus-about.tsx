'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { HeldOutChoice } from '@/components/corpora/held-out-choice'
import { useBytes } from '@/components/ui/bytes'
import { CopyButton } from '@/components/ui/copy-button'
import type { CorpusView } from '@/lib/corpora/schema'

/** Where the corpus comes from and under which terms: what every composed record carries along. */
export function CorpusAbout({
  project,
  corpus,
  canLead,
}: {
  project: string
  corpus: CorpusView
  canLead: boolean
}) {
  const t = useTranslations('corpora')
  const format = useFormatter()
  const bytes = useBytes()
  const imported =
    corpus.importedAt &&
    format.dateTime(new Date(corpus.importedAt), { dateStyle: 'medium', timeStyle: 'short' })
  const rows = [
    ['source', corpus.source],
    ['licence', corpus.licence],
    ['language', corpus.language],
    ['split', t(`splits.${corpus.split}`)],
    ['taskForm', t(`taskForms.${corpus.taskForm}`)],
    ['format', t(`formats.${corpus.format}`)],
    ['file', corpus.fileName],
    ['bytes', bytes(corpus.fileBytes)],
    ['imported', imported],
  ] as const
  return (
    <dl className="grid max-w-3xl grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-2 p-4">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{t(`detail.about.${name}`)}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
      <dt className="text-muted">{t('detail.about.heldOut')}</dt>
      <dd>
        <HeldOutChoice project={project} corpus={corpus} canLead={canLead} />
      </dd>
      <dt className="text-muted">{t('detail.about.sha256')}</dt>
      <dd className="flex items-center gap-1">
        <code className="truncate font-mono text-xs">{corpus.fileSha256}</code>
        <CopyButton text={corpus.fileSha256} />
      </dd>
    </dl>
  )
}
