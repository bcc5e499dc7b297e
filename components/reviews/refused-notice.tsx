'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { sectionsOf, someContent } from '@/components/reviews/content-sections'
import type { DeskSession } from '@/components/reviews/desk-session'
import { Notice } from '@/components/reviews/notice'
import type { Entry } from '@/components/reviews/outbox-entry'
import { useRefusalText } from '@/components/reviews/refusal-text'
import { useTitle } from '@/components/reviews/use-title'
import { Button, buttonClasses } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type Content, type SomeContent, titleOf } from '@/lib/artifacts/model'

type Props = { entry: Entry; session: DeskSession; project: string }

/** These settle the matter elsewhere: deciding again would be refused again. */
const SETTLED = ['already-decided', 'superseded', 'role-needed', 'project-unknown']

/** A decision that the server did not take: why, what is kept, and what can be done now. */
export default function RefusedNotice({ entry, session, project }: Props) {
  const t = useTranslations('reviews.notices')
  const why = useRefusalText()
  const title = useTitle()
  const { deed, refusal } = entry
  if (!refusal) return null
  const label = deed.item ? title(deed.item.version) : undefined
  const verdict = deed.kind === 'decide' ? deed.body.verdict : 'undo'
  const typed =
    deed.kind === 'decide' && deed.body.verdict === 'edit'
      ? someContent(deed.item.version.kind, deed.body.content as Content)
      : null
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
          {typed && <CopyButton text={asText(typed)} label={t('copyText')} />}
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
      {why(refusal)} {typed && t('kept')}
    </Notice>
  )
}

function asText(of: SomeContent): string {
  const lines = sectionsOf(of).map(({ lines }) => lines.join('\n'))
  return [titleOf(of).title.en, ...lines].filter(Boolean).join('\n\n')
}
