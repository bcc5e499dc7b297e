'use client'

import { Check, CircleSlash, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { CorpusView } from '@/lib/corpora/schema'

const LOOKS = {
  importing: { icon: LoaderCircle, tone: 'accent' },
  ready: { icon: Check, tone: 'neutral' },
  failed: { icon: TriangleAlert, tone: 'rejected' },
  cancelled: { icon: CircleSlash, tone: 'neutral' },
} as const

export function CorpusState({ state }: { state: CorpusView['state'] }) {
  const t = useTranslations('corpora.states')
  const { icon: Icon, tone } = LOOKS[state]
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={state === 'importing' ? 'animate-spin' : undefined} />
      {t(state)}
    </Badge>
  )
}
