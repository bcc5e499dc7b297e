'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { conflictQuery } from '@/components/reviews/conflict/conflict.query'
import { asText, ConflictDeeds } from '@/components/reviews/conflict/conflict-deeds'
import { useConflictSentence } from '@/components/reviews/conflict/conflict-sentence'
import { someContent } from '@/components/reviews/content-sections'
import type { DeskSession } from '@/components/reviews/desk-session'
import { Notice } from '@/components/reviews/notice'
import type { Entry } from '@/components/reviews/outbox-entry'
import { useRefusalText } from '@/components/reviews/refusal-text'
import { useTitle } from '@/components/reviews/use-title'
import { Button, buttonClasses } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import type { Content, SomeContent } from '@/lib/artifacts/model'

type Props = { entry: Entry; session: DeskSession; project: string }

/** These settle the matter elsewhere: deciding again would be refused again. */
const SETTLED = [
  'already-decided',
  'already-voted',
  'disputed',
  'own-draft',
  'superseded',
  'role-needed',
  'project-unknown',
]
/** Somebody else was at the same draft: what was typed can be merged with what they made of it. */
const CONFLICTS = ['already-decided', 'disputed', 'superseded', 'lease-lost', 'draft-held']

/** A decision that the server did not take: why, what is kept, and what can be done now. */
export default function RefusedNotice({ entry, session, project }: Props) {
  const t = useTranslations('reviews.notices')
  const why = useRefusalText()
  const says = useConflictSentence()
  const title = useTitle()
  const { deed, refusal } = entry
  const typed = typedIn(entry)
  const isConflict = CONFLICTS.includes(refusal?.reason ?? '')
  const { data: conflict } = useQuery({
    ...conflictQuery(project, deed.item?.version.id ?? ''),
    enabled: isConflict && deed.kind === 'decide',
  })
  if (!refusal) return null
  const label = deed.item ? title(deed.item.version) : undefined
  const verdict = deed.kind === 'decide' ? deed.body.verdict : 'undo'
  const settled = SETTLED.includes(refusal.reason ?? '')
  return (
    <Notice
      tone="rejected"
      title={label ? t(`refused.${verdict}`, { label }) : t('refused.undoLast')}
      actions={
        <>
          {deed.kind === 'decide' && !settled && (
            <Button size="sm" onClick={() => void session.decideAgain(entry)}>
              {t(typed ? 'editAgain' : 'again')}
            </Button>
          )}
          {typed && isConflict && (
            <ConflictDeeds
              project={project}
              title={label ?? ''}
              conflict={conflict}
              mine={typed}
              onDesk={(versionId, content) => void openMerged(versionId, content)}
              onProposed={() => session.forgetText(deed.item?.version.id ?? '')}
            />
          )}
          {typed && !isConflict && <CopyButton text={asText(typed)} label={t('copyText')} />}
          {deed.item && refusal.reason === 'already-decided' && (
            <Link
              href={`/p/${project}/library?state=all&artifact=${deed.item.version.artifactId}` as never}
              className={buttonClasses({ size: 'sm' })}
            >
              {t('library')}
            </Link>
          )}
          <Button size="sm" variant="quiet" onClick={() => session.dismiss(entry)}>
            {t('dismiss')}
          </Button>
        </>
      }
    >
      {conflict ? says(conflict) : why(refusal)} {typed && t('kept')}
    </Notice>
  )

  async function openMerged(versionId: string, content: Content) {
    if (typed && (await session.openWith(versionId, someContent(typed.kind, content)))) session.dismiss(entry)
  }
}

/** The text that the refused decision would have saved. */
function typedIn({ deed }: Entry): SomeContent | null {
  if (deed.kind !== 'decide' || deed.body.verdict !== 'edit') return null
  return someContent(deed.item.version.kind, deed.body.content as Content)
}
