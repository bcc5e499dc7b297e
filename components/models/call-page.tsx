'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Repeat, Shuffle } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { AnswersBeside, Said } from '@/components/models/answers-beside'
import { CallFacts } from '@/components/models/call-facts'
import { CallMessages } from '@/components/models/call-messages'
import { CallOutcome, endOf } from '@/components/models/call-outcome'
import { CallTurns, CameOf, DecisionsShown } from '@/components/models/call-relations'
import { callQuery, useSendAgain } from '@/components/models/calls.query'
import { ReplayDialog } from '@/components/models/replay-dialog'
import { isStandInModel } from '@/components/models/stand-in'
import { JobCard } from '@/components/projects/job-card'
import { useJobTitle } from '@/components/projects/job-title'
import { useCancelJob, useJob } from '@/components/projects/jobs.query'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorLine, ErrorState } from '@/components/ui/error-state'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import type { CallDetail } from '@/lib/calls/schema'
import { jobIsOpen } from '@/lib/projects/model'

type Props = { project: string; call: string }

/** One question to a model, whole: what was asked and said, what it cost, what came of it; and the same asked again. */
export function CallPage({ project, call: id }: Props) {
  const t = useTranslations('models')
  const { data, error, refetch } = useQuery(callQuery(project, id))
  const [job, setJob] = useState<string | null>(null)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: `/p/${project}/models` },
          { label: t('tabs.calls'), href: `/p/${project}/models/calls` },
        ]}
        title={data ? data.about.key || data.about.kind : t('call.title')}
        aside={data && <CallOutcome end={endOf(data)} />}
        actions={data && <Deeds project={project} call={data} onStarted={setJob} />}
      />
      <div className="mx-auto flex w-full max-w-5xl flex-col gap-8 px-4 py-6">
        {error && !data && <ErrorState error={error} retry={() => refetch()} />}
        {!data && !error && <Skeleton className="h-64" />}
        {job && <AskedAgain key={job} project={project} job={job} />}
        {data && <Whole project={project} call={data} />}
      </div>
    </>
  )
}

function Deeds({
  project,
  call,
  onStarted,
}: {
  project: string
  call: CallDetail
  onStarted: (job: string) => void
}) {
  const t = useTranslations('models.call')
  const again = useSendAgain(project, call.id)
  const [isReplaying, setReplaying] = useState(false)
  return (
    <>
      <ErrorLine error={again.error} />
      <AlertDialog
        trigger={
          <Button size="sm" busy={again.isPending} disabled={call.state === 'reserved'}>
            <Repeat aria-hidden />
            {t('again')}
          </Button>
        }
        title={t('againTitle')}
        description={t('againBody')}
        confirm={t('again')}
        onConfirm={() => again.mutate(undefined, { onSuccess: ({ jobId }) => onStarted(jobId) })}
      />
      <Button size="sm" onClick={() => setReplaying(true)}>
        <Shuffle aria-hidden />
        {t('replay')}
      </Button>
      {isReplaying && (
        <ReplayDialog
          project={project}
          call={call}
          onClose={() => setReplaying(false)}
          onStarted={(job) => {
            setReplaying(false)
            onStarted(job)
          }}
        />
      )}
    </>
  )
}

/** The job that asks again, while it does; then the call is read anew, with the other answer beside it. */
function AskedAgain({ project, job: id }: { project: string; job: string }) {
  const client = useQueryClient()
  const titleOf = useJobTitle()
  const cancel = useCancelJob(project)
  const { data: job } = useJob(project, id)
  const isOver = job !== undefined && !jobIsOpen(job.state)
  useEffect(() => {
    if (!isOver) return
    for (const key of ['call', 'calls', 'budget', 'spend'])
      void client.invalidateQueries({ queryKey: [key, project] })
  }, [isOver, client, project])
  if (!job || job.state === 'done') return null
  return (
    <JobCard
      job={job}
      title={titleOf(job.kind)}
      onCancel={jobIsOpen(job.state) ? () => cancel.mutate(job) : undefined}
    />
  )
}

function Whole({ project, call }: { project: string; call: CallDetail }) {
  const t = useTranslations('models')
  const end = endOf(call)
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="reading">
          {isStandInModel(call.model) && (
            <Badge tone="waiting" className="mr-2">
              {t('connections.standIn')}
            </Badge>
          )}
          {call.failure && t.has(`failures.${call.failure}` as never)
            ? t(`failures.${call.failure as 'dns'}`)
            : t(`outcomeTexts.${end}`)}
        </p>
        {call.message && <p className="whitespace-pre-wrap font-mono text-muted text-xs">{call.message}</p>}
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-8">
          {call.replays.length > 0 && <Replays project={project} call={call} />}
          <Part title={t('call.said')}>
            {call.blind ? <p className="text-muted">{t('call.blind')}</p> : <Said text={call.raw} />}
          </Part>
          {call.value !== null && call.value !== undefined && (
            <Part title={t('call.value')}>
              <Said text={JSON.stringify(call.value, null, 2)} />
            </Part>
          )}
          <Part title={t('call.asked')}>
            <CallMessages messages={call.messages} />
          </Part>
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Part title={t('call.cameOf')}>
            <CameOf project={project} call={call} />
          </Part>
          <Part title={t('call.facts')}>
            <CallFacts project={project} call={call} />
          </Part>
          {call.turns.length > 1 && (
            <Part title={t('call.turns')}>
              <CallTurns project={project} call={call} />
            </Part>
          )}
          <Part title={t('call.decisions')}>
            <DecisionsShown project={project} call={call} />
          </Part>
        </div>
      </div>
    </>
  )
}

function Replays({ project, call }: { project: string; call: CallDetail }) {
  const t = useTranslations('models.call')
  const [chosen, setChosen] = useState<string | null>(null)
  const other = call.replays.find(({ id }) => id === chosen) ?? call.replays.at(-1)!
  return (
    <Part
      title={t('replays')}
      aside={
        call.replays.length > 1 && (
          <Select
            size="sm"
            label={t('model')}
            value={other.id}
            onChange={setChosen}
            options={call.replays.map(({ id, model, connectionName }) => ({
              value: id,
              label: `${model} · ${connectionName}`,
            }))}
          />
        )
      }
    >
      <AnswersBeside project={project} one={call} other={other} />
    </Part>
  )
}

function Part({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <header className="flex items-center justify-between gap-3">
        <h2 id={id} className="font-medium">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  )
}
