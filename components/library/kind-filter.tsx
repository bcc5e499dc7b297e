'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'

type Props = {
  counts: Partial<Record<LibraryKind, number>>
  kind: LibraryKind | null
  onKind: (kind: LibraryKind | null) => void
}

/** The kinds that there are, with how many of each; one can be chosen. */
export function KindFilter({ counts, kind, onKind }: Props) {
  const t = useTranslations('library')
  const format = useFormatter()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shown = libraryKinds.filter((one) => counts[one] || one === kind)
  if (shown.length < 2 && kind === null) return null
  return (
    <fieldset className="flex gap-1 overflow-x-auto px-4 pt-2 [scrollbar-width:none]">
      <legend className="sr-only">{t('columns.kind')}</legend>
      {[null, ...shown].map((one) => (
        <button
          key={one ?? 'all'}
          type="button"
          aria-pressed={one === kind}
          onClick={() => onKind(one)}
          className="inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 text-muted hover:bg-hover hover:text-fg aria-pressed:bg-hover aria-pressed:font-medium aria-pressed:text-fg max-lg:h-9"
        >
          {one ? t(`kinds.${one}`) : t('allKinds')}{' '}
          <span className="font-normal text-muted text-xs tabular-nums">
            {format.number(one ? (counts[one] ?? 0) : all)}
          </span>
        </button>
      ))}
    </fieldset>
  )
}
