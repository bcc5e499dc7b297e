'use client'

import { useTranslations } from 'next-intl'
import { useKindName } from '@/components/evaluation/use-kind-name'
import { Select } from '@/components/ui/select'
import { type ArtifactKind, artifactKinds } from '@/lib/artifacts/model'

const ALL = 'all'

type Props = { kind: ArtifactKind | null; onKind: (kind: ArtifactKind | null) => void }

/** Of which kind of draft figures or rows are; null: of all. */
export function KindSelect({ kind, onKind }: Props) {
  const t = useTranslations('evaluation.filter')
  const kinds = useKindName()
  return (
    <Select<ArtifactKind | typeof ALL>
      size="sm"
      label={t('kind')}
      value={kind ?? ALL}
      onChange={(chosen) => onKind(chosen === ALL ? null : chosen)}
      options={[
        { value: ALL, label: t('allKinds') },
        ...artifactKinds.map((value) => ({ value, label: kinds(value) })),
      ]}
    />
  )
}
