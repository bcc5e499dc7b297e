'use client'

import { FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'

type Props = { onFile: (file: File) => void; focus?: boolean }

/** A place to drop one file on, or to choose one from. */
export function DropZone({ onFile, focus }: Props) {
  const t = useTranslations('corpora.importPage')
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same for everybody
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-col items-center gap-2 rounded-lg border border-line-strong border-dashed px-6 py-14 text-center transition-colors',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp className="size-6 text-muted" strokeWidth={1.5} aria-hidden />
      <p className="font-medium">{t('drop')}</p>
      <p className="text-muted">{t('or')}</p>
      <Button variant="primary" autoFocus={focus} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <p className="max-w-md pt-2 text-muted text-xs">{t('limits')}</p>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-hidden
        accept=".conll,.bio,.iob,.iob2,.bioes,.txt,.tsv,.jsonl,.ndjson,.json,text/*,application/json"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
