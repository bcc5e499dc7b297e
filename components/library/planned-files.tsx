'use client'

import { useTranslations } from 'next-intl'
import { useBothLanguages } from '@/components/reviews/use-title'
import VersionDiff from '@/components/reviews/version-diff'
import { Badge, type Tone } from '@/components/ui/badge'
import type { SomeContent } from '@/lib/artifacts/model'
import type { PlannedFileView } from '@/lib/library/folder/schema'

const TONES: Record<PlannedFileView['state'], Tone> = {
  new: 'approved',
  changed: 'edited',
  same: 'neutral',
  waits: 'waiting',
  faulty: 'rejected',
}

/** Files of a folder with what would become of each: what changes, and what is wrong where. */
export function PlannedFiles({ files }: { files: readonly PlannedFileView[] }) {
  const t = useTranslations('library.folder')
  return (
    <ul className="flex max-h-[44vh] flex-col overflow-y-auto">
      {files.map((file) => (
        <li key={file.path} className="hairline-b py-2">
          {file.change ? (
            <details>
              <summary className="cursor-pointer">
                <FileLine file={file} />
              </summary>
              <div className="pt-2 pl-4">
                <VersionDiff
                  before={contentOf(file, file.change.before)}
                  after={contentOf(file, file.change.after)}
                />
              </div>
            </details>
          ) : (
            <FileLine file={file} />
          )}
          {file.dropped > 0 && <p className="text-muted text-xs">{t('dropped', { count: file.dropped })}</p>}
          {file.faults.map((fault) => (
            <p key={`${fault.line} ${fault.message}`} className="text-rejected text-xs">
              {t('line', { line: fault.line })} {t(`faults.${fault.code}`)}{' '}
              <span className="text-muted" lang="en">
                {fault.message}
              </span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function FileLine({ file }: { file: PlannedFileView }) {
  const t = useTranslations('library.folder')
  const inWords = useBothLanguages()
  return (
    <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
      <Badge tone={TONES[file.state]}>{t(`states.${file.state}`)}</Badge>
      {file.title && <span className="font-medium">{inWords(file.title)}</span>}
      <code className="truncate text-muted text-xs">{file.path}</code>
    </span>
  )
}

const contentOf = (file: PlannedFileView, content: unknown) => ({ kind: file.kind, content }) as SomeContent
