'use client'

import { ArrowRight, X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { ContentText } from '@/components/library/content-text'
import { useAdjudication } from '@/components/reviews/adjudication/adjudication.query'
import { type Choice, textOf } from '@/components/reviews/adjudication/choice'
import { DisputeEvidence } from '@/components/reviews/adjudication/dispute-evidence'
import { MergeEdits } from '@/components/reviews/adjudication/merge-edits'
import { SettleBar } from '@/components/reviews/adjudication/settle-bar'
import { SettledNote } from '@/components/reviews/adjudication/settled-note'
import { VoteCard } from '@/components/reviews/adjudication/vote-card'
import { BarButton } from '@/components/reviews/bar-button'
import { someContent } from '@/components/reviews/content-sections'
import { HistoryPane } from '@/components/reviews/history-pane'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { useShortTitle } from '@/components/reviews/use-title'
import VersionDiff from '@/components/reviews/version-diff'
import { IconButton } from '@/components/ui/icon-button'
import { useScreenKeys } from '@/components/ui/screen-keys'
import { Tabs } from '@/components/ui/tabs'
import type { Dispute } from '@/lib/reviews/adjudication/schema'
import type { DeskItem } from '@/lib/reviews/schema'

const SettleForm = lazy(() => import('@/components/reviews/adjudication/settle-form'))

type Props = {
  project: string
  person: string
  dispute: Dispute
  onNext?: (() => void) | undefined
  onClose: () => void
}

/** The draft on the left, what each reviewer made of it side by side, and below what shall stand and why. */
export function DisputeDesk({ project, person, dispute, onNext, onClose }: Props) {
  const t = useTranslations('adjudication')
  const { settle, undo } = useAdjudication(project, dispute)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [mode, setMode] = useState<'reading' | 'writing' | 'merging'>('reading')
  const { version, votes, adjudication } = dispute
  const item = itemOf(dispute)
  const take = (next: Choice) => {
    setChoice(next)
    setMode('reading')
  }
  return (
    <section
      aria-label={t('pane.label')}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-line lg:border-l"
    >
      <Heading dispute={dispute} onClose={onClose} />
      <div className="grid min-h-0 flex-1 content-start overflow-y-auto lg:content-stretch lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:overflow-hidden">
        <Tabs
          label={t('pane.about')}
          className="min-w-0 lg:min-h-0 lg:border-line lg:border-r"
          panelClassName="flex flex-col lg:overflow-y-auto"
          tabs={[
            {
              value: 'draft',
              label: t('pane.draft'),
              panel: (
                <Panel>
                  <ContentText of={version} />
                </Panel>
              ),
            },
            {
              value: 'evidence',
              label: t('pane.evidence'),
              panel: <DisputeEvidence project={project} item={item} />,
            },
            {
              value: 'history',
              label: t('pane.history'),
              panel: (
                <Panel>
                  <HistoryPane item={item} />
                </Panel>
              ),
            },
          ]}
        />
        <div className="flex min-w-0 flex-col gap-4 p-4 lg:min-h-0 lg:overflow-y-auto">
          {adjudication && (
            <SettledNote
              {...{ project, dispute }}
              undo={() => undo.mutate()}
              undoing={undo.isPending}
              error={undo.error}
            />
          )}
          {mode === 'writing' ? (
            <Suspense>
              <SettleForm
                {...{ project, person, item }}
                from={textOf(choice, dispute)}
                onWritten={(content) => take({ kind: 'text', content })}
                onLeave={() => setMode('reading')}
              />
            </Suspense>
          ) : (
            <>
              <ol
                aria-label={t('pane.votes')}
                className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-3"
              >
                {votes.map((vote, index) => (
                  <VoteCard
                    key={vote.decision.id}
                    {...{ vote, draft: version, number: index + 1 }}
                    chosen={choice?.kind === 'vote' && choice.index === index}
                    onChoose={adjudication ? undefined : () => take({ kind: 'vote', index })}
                  />
                ))}
              </ol>
              {choice?.kind === 'text' && (
                <section className="rounded-md border border-accent bg-accent-soft p-3">
                  <h3 className="pb-1 font-medium">{t('pane.yours')}</h3>
                  <VersionDiff before={version} after={someContent(version.kind, choice.content)} />
                </section>
              )}
            </>
          )}
        </div>
      </div>
      {!adjudication && mode !== 'writing' && (
        <SettleBar
          {...{ project, person, dispute, choice }}
          busy={settle.isPending}
          error={settle.error}
          onChoice={setChoice}
          onWrite={() => setMode('writing')}
          onMerge={() => setMode('merging')}
          onSettle={(settlement) => settle.mutate(settlement)}
        />
      )}
      {adjudication && onNext && <NextDispute onNext={onNext} />}
      {mode === 'merging' && (
        <MergeEdits
          dispute={dispute}
          onMerged={(content) => take({ kind: 'text', content })}
          onClose={() => setMode('reading')}
        />
      )}
    </section>
  )
}

function Panel({ children }: { children: React.ReactNode }) {
  return <div className="p-4 pb-8">{children}</div>
}

function Heading({
  dispute: { version, corpus, agreement, votes },
  onClose,
}: {
  dispute: Dispute
  onClose: () => void
}) {
  const t = useTranslations('adjudication.pane')
  const kinds = useTranslations('reviews.desk.kind')
  const title = useShortTitle()
  const format = useFormatter()
  return (
    <header className="hairline-b flex items-start gap-2 py-2 pr-2 pl-4">
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-base">{title(version)}</h2>
        <p className="text-muted text-xs">
          {`${kinds(version.kind)} · v${version.number}`}
          {corpus && ` · ${corpus.name}`}
          {' · '}
          {t('agreement', { share: format.number(agreement, { style: 'percent' }), count: votes.length })}
        </p>
      </div>
      <IconButton icon={X} label={t('close')} size="sm" onClick={onClose} />
    </header>
  )
}

function NextDispute({ onNext }: { onNext: () => void }) {
  const t = useTranslations('adjudication.bar')
  const keyOf = useDeskKeys()
  return (
    <div className="hairline-t flex min-h-11 items-center bg-surface px-3">
      <BarButton icon={ArrowRight} keys={keyOf('nextDispute')} onPress={onNext}>
        {t('next')}
      </BarButton>
      <NextKey onNext={onNext} label={t('next')} />
    </div>
  )
}

function NextKey({ onNext, label }: { onNext: () => void; label: string }) {
  const keyOf = useDeskKeys()
  useScreenKeys([{ keys: keyOf('nextDispute'), label, run: onNext }])
  return null
}

/** A dispute as the parts of the desk show drafts. */
function itemOf({ version, corpus, history, votes }: Dispute): DeskItem {
  return {
    version,
    corpus,
    history,
    decisions: votes.map(({ decision }) => decision),
    leasedUntil: version.createdAt,
    isMine: false,
  }
}
