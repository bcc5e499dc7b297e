'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { conflictQuery } from '@/components/reviews/conflict/conflict.query'
import { ConflictDeeds } from '@/components/reviews/conflict/conflict-deeds'
import { useConflictSentence } from '@/components/reviews/conflict/conflict-sentence'
import { typedContent } from '@/components/reviews/conflict/typed-content'
import { someContent } from '@/components/reviews/content-sections'
import type { DeskSession } from '@/components/reviews/desk-session'
import { KeptTexts } from '@/components/reviews/kept-text'
import { Notice } from '@/components/reviews/notice'
import { useTitle } from '@/components/reviews/use-title'
import { Button } from '@/components/ui/button'
import type { SomeContent } from '@/lib/artifacts/model'
import type { DeskItem } from '@/lib/reviews/schema'

type Props = { project: string; person: string; item: DeskItem; session: DeskSession }

/** The draft on the screen is held no longer: who has it or decided it, what is kept of what was typed, and what can be done. */
export default function LostNotice({ project, person, item, session }: Props) {
  const t = useTranslations('reviews')
  const says = useConflictSentence()
  const title = useTitle()(item.version)
  const { data } = useQuery(conflictQuery(project, item.version.id))
  const [mine] = useState(() => keptIn(person, item))
  const isFree = data?.base.state === 'waiting' && !data.holder
  return (
    <Notice
      title={t('notices.lost.title', { label: title })}
      actions={
        <>
          {isFree && (
            <Button size="sm" onClick={() => void session.take(item.version.id)}>
              {t('notices.lost.again')}
            </Button>
          )}
          {mine && (
            <ConflictDeeds
              project={project}
              title={title}
              conflict={data}
              mine={mine}
              onDesk={(versionId, content) =>
                void session.openWith(versionId, someContent(item.version.kind, content))
              }
              onProposed={() => session.forgetText(item.version.id)}
            />
          )}
          <Button size="sm" variant="quiet" onClick={() => session.pass()}>
            {t('bar.pass')}
          </Button>
        </>
      }
    >
      {data && says(data)} {t(mine ? 'notices.lost.kept' : 'notices.lost.body')}
    </Notice>
  )
}

/** What was typed over a draft and is kept in this browser. */
function keptIn(person: string, { version }: DeskItem): SomeContent | null {
  const kept = new KeptTexts(window.localStorage, person).read(version.id)
  return kept && typedContent(version, kept.typed)
}
