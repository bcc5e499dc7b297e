'use client'

import { Check, CircleAlert, CircleSlash, LoaderCircle } from 'lucide-react'
import { useFormatter, useNow, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { useReasonText } from '@/components/ui/error-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import { jobIsOpen } from '@/lib/projects/model'
import type { JobView } from '@/lib/projects/schema'

type Props = {
  job: JobView
  /** What it works on: the corpus's name, the run's number. */
  title: ReactNode
  /** Without it there is no cancel button. */
  onCancel?: () => void
  /** A next step, shown when it has ended. */
  children?: ReactNode
  className?: string
}

const SILENCE_SECONDS = 20

/** A long piece of work: bar, rate, time left, what it is doing in words, cancel, log. */
export function JobCard({ job, title, onCancel, children, className }: Props) {
  const open = jobIsOpen(job.state)
  return (
    <article className={cn('flex flex-col gap-2 rounded-md border border-line p-3', className)}>
      <header className="flex items-center gap-2">
        <StateIcon job={job} />
        <h3 className="min-w-0 flex-1 truncate font-medium">{title}</h3>
        {open && onCancel && <CancelJob job={job} onCancel={onCancel} />}
      </header>
      {open && <JobBar job={job} />}
      <p className="text-muted text-xs" role="status">
        <JobWords job={job} />
      </p>
      {job.log.length > 0 && <JobLog job={job} />}
      {!open && children}
    </article>
  )
}

function StateIcon({ job }: { job: JobView }) {
  if (job.state === 'done') return <Check className="size-4 text-approved" aria-hidden />
  if (job.state === 'failed') return <CircleAlert className="size-4 text-rejected" aria-hidden />
  if (job.state === 'cancelled') return <CircleSlash className="size-4 text-muted" aria-hidden />
  return <LoaderCircle className="size-4 animate-spin text-accent-text" aria-hidden />
}

function JobBar({ job }: { job: JobView }) {
  const t = useTranslations('jobs')
  const format = useFormatter()
  const now = useNow({ updateInterval: 1000 })
  const { rate, secondsLeft } = paceOf(job, now)
  const amount = useAmount(job.unit)
  const done = amount(job.done)
  return (
    <div className="flex flex-col gap-1">
      <ProgressBar label={t('running')} done={job.done} total={job.total} />
      <p className="flex flex-wrap gap-x-3 text-muted text-xs">
        <span>{job.total === null ? done : t('of', { done, total: amount(job.total) })}</span>
        {rate !== null && <span>{t('rate', { rate: amount(Math.round(rate)) })}</span>}
        {secondsLeft !== null && <span>{t('left', { time: durationOf(secondsLeft, format) })}</span>}
      </p>
    </div>
  )
}

/** Bytes as people read them; anything else is counted. */
function useAmount(unit: string): (count: number) => string {
  const format = useFormatter()
  return (count) => {
    if (unit !== 'bytes') return format.number(count)
    const [size, name] = count < 1e6 ? ([1e3, 'kilobyte'] as const) : ([1e6, 'megabyte'] as const)
    return format.number(count / size, { style: 'unit', unit: name, maximumFractionDigits: 1 })
  }
}

function JobWords({ job }: { job: JobView }) {
  const t = useTranslations('jobs')
  const stepOf = useStepText()
  const reasonText = useReasonText()
  const now = useNow({ updateInterval: 1000 })
  if (job.state === 'failed') return <>{job.error ? reasonText(job.error) : t('failed')}</>
  if (!jobIsOpen(job.state) || job.state === 'queued') return <>{t(job.state)}</>
  if (job.cancelAsked) return <>{t('stopping')}</>
  if (job.state === 'retrying') return <>{t('retrying')}</>
  const silence = job.heartbeatAt ? Math.floor((now.getTime() - Date.parse(job.heartbeatAt)) / 1000) : 0
  if (silence > SILENCE_SECONDS) return <>{t('stalled', { seconds: silence })}</>
  return <>{job.step.key ? stepOf(job.step.key, job.step.params) : t('running')}</>
}

function CancelJob({ job, onCancel }: { job: JobView; onCancel: () => void }) {
  const t = useTranslations('jobs')
  return (
    <AlertDialog
      trigger={
        <Button size="sm" variant="quiet" disabled={job.cancelAsked}>
          {t('cancel')}
        </Button>
      }
      title={t('cancelTitle')}
      description={t('cancelBody')}
      confirm={t('cancelConfirm')}
      cancel={t('keepGoing')}
      danger
      onConfirm={onCancel}
    />
  )
}

function JobLog({ job }: { job: JobView }) {
  const t = useTranslations('jobs')
  const format = useFormatter()
  const stepOf = useStepText()
  return (
    <details className="text-xs">
      <summary className="w-fit rounded-xs text-muted hover:text-fg">
        {t('log', { count: job.log.length })}
      </summary>
      <ol className="mt-1 max-h-48 overflow-y-auto">
        {job.log.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
          <li key={index} className="flex gap-2">
            <time dateTime={line.at} className="shrink-0 font-mono text-muted">
              {format.dateTime(new Date(line.at), { timeStyle: 'medium' })}
            </time>
            <span>{stepOf(line.key, line.params)}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** A step in the reader's language; the key itself where a text is missing, so that nothing is hidden. */
function useStepText() {
  const t = useTranslations('jobs.steps')
  return (key: string, params?: Record<string, string | number>) =>
    t.has(key as never) ? t(key as never, params as never) : key
}

function paceOf(job: JobView, now: Date): { rate: number | null; secondsLeft: number | null } {
  if (!job.startedAt || job.done === 0) return { rate: null, secondsLeft: null }
  const seconds = (now.getTime() - Date.parse(job.startedAt)) / 1000
  if (seconds < 1) return { rate: null, secondsLeft: null }
  const rate = job.done / seconds
  return { rate, secondsLeft: job.total === null ? null : Math.max(0, (job.total - job.done) / rate) }
}

function durationOf(seconds: number, format: ReturnType<typeof useFormatter>): string {
  const unit = seconds < 90 ? 'second' : seconds < 5400 ? 'minute' : 'hour'
  const size = { second: 1, minute: 60, hour: 3600 }[unit]
  return format.number(Math.ceil(seconds / size), { style: 'unit', unit, unitDisplay: 'short' })
}
