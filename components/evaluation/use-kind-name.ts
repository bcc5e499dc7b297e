'use client'

import { useTranslations } from 'next-intl'
import type { ArtifactKind } from '@/lib/artifacts/model'

export function useKindName(): (kind: ArtifactKind) => string {
  const t = useTranslations('evaluation.kinds')
  return (kind) => t(kind)
}
