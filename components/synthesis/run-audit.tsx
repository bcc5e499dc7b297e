'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, CircleDashed, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { AcceptAudit } from '@/components/synthesis/accept-audit'
import { auditQuery } from '@/components/synthesis/audit.query'
import { AuditRefusals } from '@/components/synthesis/audit-refusals'
import { OrderAudit } from '@/components/synthesis/order-audit'
import { OverrideAudit } from '@/components/synthesis/override-audit'
import { Badge } from '@/components/ui/badge'
import { buttonClasses } from '@/components/ui/button'
import { ErrorLine } from '@/components/ui/error-state'
import { ProgressBar } from '@/components/ui/progress-bar'
import { Skeleton } from '@/components/ui/skeleton'
import { canAccept } from '@/lib/synthesis/audits/model'
import type { AuditView } from '@/lib/synthesis/audits/schema'
import type { RunView } from '@/lib/synthesis/schema'

type Props = { project: string; run: RunView; canLead: boolean }

/** What people found in a sample of the run, and whether it may leave. */
export function RunAudit({ project, run, canLead }: Props) {
  const t = useTranslations('synthesis.audit')
  const { data, error } = useQuery(auditQuery({ project, number: run.number }))
  const audit = data?.audit ?? null
  return (
    <section id="audit" aria-labelledby="audit-title" className="flex max-w-4xl scroll-mt-4 flex-col gap-3">
      <h2 id="audit-title" className="flex items-center gap-2 font-semibold">
        {t('title')}
        <span className="inline-flex font-normal">
          <StateBadge run={run} audit={audit} />
        </span>
      </h2>
      <ErrorLine error={error} />
      {!data && !error && <Skeleton className="h-5 w-2/3" />}
      {data && <Standing run={run} audit={audit} canLead={canLead} />}
      {data && canLead && run.released?.how !== 'accepted' && (
        <Deeds project={project} run={run} audit={audit} />
      )}
      {data && !canLead && audit?.waitingVersionId && (
        <div>
          <ReviewLink project={project} version={audit.waitingVersionId} />
        </div>
      )}
      {audit && audit.refused.length > 0 && <AuditRefusals refused={audit.refused} />}
    </section>
  )
}

function StateBadge({ run, audit }: { run: RunView; audit: AuditView | null }) {
  const t = useTranslations('synthesis.audit.state')
  if (run.released?.how === 'accepted')
    return (
      <Badge tone="approved">
        <Check aria-hidden />
        {t('accepted')}
      </Badge>
    )
  if (run.released)
    return (
      <Badge tone={run.released.how === 'overridden' ? 'waiting' : 'neutral'}>
        {run.released.how === 'overridden' && <TriangleAlert aria-hidden />}
        {t(run.released.how)}
      </Badge>
    )
  return (
    <Badge tone="waiting">
      <CircleDashed aria-hidden />
      {t(audit?.state === 'open' ? 'open' : 'none')}
    </Badge>
  )
}

/** The sentences: how it was released, how far people are, what that proves. */
function Standing({ run, audit, canLead }: { run: RunView; audit: AuditView | null; canLead: boolean }) {
  const t = useTranslations('synthesis.audit')
  const format = useFormatter()
  const { released } = run
  const when = released && format.dateTime(new Date(released.at), { dateStyle: 'medium' })
  const who = released?.by ?? '–'
  return (
    <>
      {!released && !audit && <p className="max-w-prose text-muted">{t(canLead ? 'none' : 'noneRead')}</p>}
      {released?.how === 'before' && <p className="text-muted">{t('before')}</p>}
      {released?.how === 'accepted' && <p className="text-muted">{t('accepted', { who, when: when! })}</p>}
      {released?.how === 'overridden' && (
        <p className="text-muted">
          {t('overridden', { who, when: when! })}{' '}
          {audit?.state === 'overridden' && (
            <q className="text-fg [overflow-wrap:anywhere]">{audit.reason}</q>
          )}
        </p>
      )}
      {audit && audit.n > 0 && <Findings audit={audit} />}
    </>
  )
}

function Findings({ audit }: { audit: AuditView }) {
  const t = useTranslations('synthesis.audit')
  const format = useFormatter()
  const { n, c, drawn, decided, rejected, bound, state, earlier } = audit
  const isDrawing = state === 'open' && drawn < n
  const label = isDrawing ? t('drawing', { drawn, n }) : t('progress', { decided, n })
  const isOver = rejected > c
  return (
    <div className="flex flex-col gap-1.5">
      {bound !== null && (
        <p className="text-base tabular-nums">
          {t('result', {
            right: decided - rejected,
            decided,
            bound: format.number(bound * 100, {
              minimumFractionDigits: 1,
              maximumFractionDigits: 1,
            }),
          })}
        </p>
      )}
      {state === 'open' && (
        <ProgressBar
          className="max-w-sm"
          label={label}
          done={isDrawing ? drawn : decided}
          total={n}
          tone={isOver ? 'rejected' : decided === n ? 'approved' : 'accent'}
        />
      )}
      <p className="text-muted text-xs tabular-nums">
        {label} · {t('allowed', { c })}
        {earlier > 0 && ` · ${t('earlier', { count: earlier })}`}
      </p>
      {state === 'open' && isOver && <p className="text-rejected">{t('tooMany', { rejected })}</p>}
    </div>
  )
}

function Deeds({ project, run, audit }: { project: string; run: RunView; audit: AuditView | null }) {
  const open = audit?.state === 'open' ? audit : null
  const refusal = open && canAccept(open, open)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {open?.waitingVersionId && <ReviewLink project={project} version={open.waitingVersionId} />}
      {open && !refusal && <AcceptAudit project={project} number={run.number} />}
      <OrderAudit project={project} run={run} audit={open} />
      {!run.released && <OverrideAudit project={project} number={run.number} />}
    </div>
  )
}

function ReviewLink({ project, version }: { project: string; version: string }) {
  const t = useTranslations('synthesis.audit')
  return (
    <Link
      href={`/p/${project}/queue?version=${version}` as never}
      className={buttonClasses({ variant: 'primary' })}
    >
      {t('review')}
    </Link>
  )
}
