'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { editsIn } from '@/components/reviews/adjudication/choice'
import { useTitle } from '@/components/reviews/use-title'
import type { Content } from '@/lib/artifacts/model'
import type { Dispute } from '@/lib/reviews/adjudication/schema'

const MergeDialog = lazy(() => import('@/components/reviews/conflict/merge-dialog'))

type Props = { dispute: Dispute; onMerged: (content: Content) => void; onClose: () => void }

/** The first two texts that reviewers made of the draft, merged over it. */
export function MergeEdits({ dispute, onMerged, onClose }: Props) {
  const t = useTranslations('conflict')
  const bar = useTranslations('adjudication.bar')
  const title = useTitle()
  const [first, second] = editsIn(dispute)
  if (!first || !second) return null
  const nameOf = ({ by, number }: typeof first) => t('side.theirs', { by, number })
  return (
    <Suspense>
      <MergeDialog
        title={t('title', { title: title(dispute.version) })}
        names={{ theirs: nameOf(first), mine: nameOf(second) }}
        base={dispute.version.content}
        theirs={first.content}
        mine={second.content}
        deed={bar('take')}
        onMerged={onMerged}
        onClose={onClose}
      />
    </Suspense>
  )
}
