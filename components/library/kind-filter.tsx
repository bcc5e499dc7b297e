'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'

type Props = {
  counts: Partial<Record<LibraryKind, number>>
  kind: LibraryKind | null
  onKind: (kind: LibraryKind | null) => void
}

const ALL = 'all'

/** The kinds with how many of each, where there is no room for the list of them. */
export function KindFilter({ counts, kind, onKind }: Props) {
  const t = useTranslations('library')
  const format = useFormatter()
  return (
    <Select
      size="sm"
      className="lg:hidden"
      label={t('columns.kind')}
      value={kind ?? ALL}
      onChange={(chosen) => onKind(chosen === ALL ? null : chosen)}
      options={[
        { value: ALL, label: t('allKinds') },
        ...libraryKinds.map((one) => ({
          value: one,
          label: t(`kinds.${one}`),
          hint: format.number(counts[one] ?? 0),
        })),
      ]}
    />
  )
}
