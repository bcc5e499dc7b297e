'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { sectionsOf, someContent } from '@/components/reviews/content-sections'
import type { Lesson } from '@/components/reviews/gold/desk-lessons'
import { VERDICT_STATUS } from '@/components/reviews/gold/verdict-status'
import { useTitle } from '@/components/reviews/use-title'
import VersionDiff from '@/components/reviews/version-diff'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose } from '@/components/ui/dialog'
import { StatusBadge } from '@/components/ui/status-badge'
import type { Content } from '@/lib/artifacts/model'

/** Whether an answer of the warm-up was right, what was expected and why; the next one waits until this is read. */
export default function LessonDialog({ lesson, onRead }: { lesson: Lesson; onRead: () => void }) {
  const t = useTranslations('goldQuestions.feedback')
  const title = useTitle()
  const reasons = useTranslations('reviews.reasons')
  const next = useRef<HTMLButtonElement>(null)
  const { item, verdict, feedback } = lesson
  const { isRight, expected, note, warmUp } = feedback
  const { state, bar, answered, asked, right } = warmUp
  const Icon = isRight ? Check : X
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onRead()}
      wide={expected.content !== null}
      title={
        <span className="flex items-center gap-2">
          <Icon aria-hidden className={isRight ? 'size-4 text-approved' : 'size-4 text-rejected'} />
          {t(isRight ? 'right' : 'wrong')}
        </span>
      }
      description={t('of', { title: title(item.version), answered, asked, right })}
      initialFocus={next}
      actions={
        <DialogClose
          render={
            <Button ref={next} variant="primary">
              {t('next')}
            </Button>
          }
        />
      }
    >
      <div className="flex flex-col gap-3">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5">
          <dt className="text-muted">{t('yours')}</dt>
          <dd>
            <StatusBadge status={VERDICT_STATUS[verdict]} />
          </dd>
          <dt className="text-muted">{t('expected')}</dt>
          <dd className="flex flex-wrap items-center gap-2">
            <StatusBadge status={VERDICT_STATUS[expected.verdict]} />
            {expected.reasonCode && <span>{reasons(expected.reasonCode)}</span>}
          </dd>
          {note && (
            <>
              <dt className="self-start text-muted">{t('note')}</dt>
              <dd className="whitespace-pre-wrap">{note}</dd>
            </>
          )}
        </dl>
        <Texts lesson={lesson} />
        {!isRight && <DraftText lesson={lesson} />}
        {state === 'passed' && <p className="text-approved">{t('passed')}</p>}
        {state === 'failed' && <p className="text-rejected">{t('failed', { bar })}</p>}
      </div>
    </Dialog>
  )
}

/** The draft has left the desk: whoever was wrong looks at it once more. */
function DraftText({ lesson: { item } }: { lesson: Lesson }) {
  const t = useTranslations('goldQuestions.feedback')
  const sections = useTranslations('reviews.sections')
  return (
    <details>
      <summary className="w-fit text-muted text-xs hover:text-fg">{t('draft')}</summary>
      <dl className="flex flex-col gap-1.5 pt-2">
        {sectionsOf(item.version).map(
          ({ section, lines }) =>
            lines.length > 0 && (
              <div key={section}>
                <dt className="text-muted text-xs">{sections(section)}</dt>
                <dd className="whitespace-pre-wrap">{lines.join('\n')}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}

/** What separates the reviewer's text, or the draft that they left as it is, from the expected one. */
function Texts({ lesson: { item, content, feedback } }: { lesson: Lesson }) {
  const t = useTranslations('goldQuestions.feedback')
  const { kind } = item.version
  const before = content ?? item.version.content
  const after = feedback.expected.content ?? (content ? item.version.content : null)
  if (after === null) return null
  if (JSON.stringify(before) === JSON.stringify(after)) return <p className="text-muted">{t('sameText')}</p>
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-muted text-xs">{t(content ? 'diff' : 'diffDraft')}</h3>
      <VersionDiff
        before={someContent(kind, before as Content)}
        after={someContent(kind, after as Content)}
      />
    </section>
  )
}
