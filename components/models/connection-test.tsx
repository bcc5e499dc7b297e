'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, CircleAlert, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { connectionsQuery } from '@/components/models/connections.query'
import { networkSetting } from '@/components/models/network-setting'
import { jobsOfQuery } from '@/components/projects/jobs.query'
import { JobsOf } from '@/components/projects/jobs-of'
import { CopyButton } from '@/components/ui/copy-button'
import { TimeAgo } from '@/components/ui/time-ago'
import type { Check as CheckView, Tested } from '@/lib/connections/model'
import type { ConnectionView } from '@/lib/connections/schema'
import { jobIsOpen } from '@/lib/projects/model'
import type { JobView } from '@/lib/projects/schema'

type Props = {
  project: string
  connection: ConnectionView
  /** Also where all went well; in a list that is one line. */
  isUnfolded?: boolean
}

/** The test of a connection while it runs, and what it found: each step, what is wrong, and what to do. */
export function ConnectionTest({ project, connection, isUnfolded }: Props) {
  const t = useTranslations('models.test')
  const isTesting = useIsTesting(project, connection)
  const { tested } = connection
  return (
    <div className="flex flex-col gap-2">
      <JobsOf project={project} subject={connection.id} canCancel />
      {!isTesting && tested && (
        <section aria-label={t('label', { name: connection.name })} className="flex flex-col gap-1.5">
          <details open={isUnfolded || !tested.passed}>
            <summary className="w-fit rounded-xs text-muted text-xs hover:text-fg">
              {t('at')} <TimeAgo at={tested.at} /> · {t('details', { count: tested.checks.length })}
            </summary>
            <ol className="flex flex-col gap-2 pt-2">
              {tested.checks.map((check, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the test
                <OneCheck key={index} check={check} tested={tested} host={new URL(connection.baseUrl).host} />
              ))}
            </ol>
          </details>
          {tested.passed && tested.checks.every(({ model }) => model === null) && (
            <p className="text-waiting text-xs">{t('noRoles')}</p>
          )}
        </section>
      )}
    </div>
  )
}

/** Is a test at work, or over so lately that what it found is still on its way? */
export function useIsTesting(project: string, connection: ConnectionView): boolean {
  const { data } = useQuery(jobsOfQuery(project, connection.id))
  const job = data?.items[0]
  const isBehind = job !== undefined && isUnread(job, connection)
  useQuery({ ...connectionsQuery(project), refetchInterval: isBehind ? 1000 : false })
  return isBehind || (job !== undefined && jobIsOpen(job.state))
}

/** The list may have been read while the test ended. One that was ordered before the last change says nothing. */
function isUnread({ state, result, createdAt }: JobView, { tested, updatedAt }: ConnectionView): boolean {
  const isOfNow = Date.parse(createdAt) >= Date.parse(updatedAt)
  return state === 'done' && isOfNow && result?.at !== undefined && result.at !== tested?.at
}

const LOOK = {
  passed: { icon: Check, tone: 'text-approved' },
  doubtful: { icon: TriangleAlert, tone: 'text-waiting' },
  failed: { icon: CircleAlert, tone: 'text-rejected' },
}

function OneCheck({ check, tested, host }: { check: CheckView; tested: Tested; host: string }) {
  const t = useTranslations('models.test')
  const { icon: Icon, tone } = LOOK[check.outcome]
  const given = { host, model: check.model ?? '' }
  const isReached = check.check === 'reach' && check.outcome === 'passed'
  const step = isReached
    ? t('checks.reachCount', { count: tested.models.length })
    : t(check.outcome === 'passed' ? `checks.${check.check}` : `steps.${check.check}`, given)
  return (
    <li className="flex items-start gap-2">
      <Icon className={`mt-0.5 size-4 shrink-0 ${tone}`} aria-hidden />
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className={check.outcome === 'passed' ? undefined : 'font-medium'}>{step}</p>
        {check.why && <Fault why={check.why} message={check.message} {...given} />}
      </div>
    </li>
  )
}

type FaultProps = { why: string; message: string; host: string; model: string }

/** What is wrong, in words, what to do about it, and what the service itself said. */
function Fault({ why, message, host, model }: FaultProps) {
  const t = useTranslations('models.test')
  const setting = why === 'refused-address' ? networkSetting(host, message) : null
  const todo = why === 'refused-address' && !setting ? otherRefusal(message) : why
  return (
    <>
      {t.has(`why.${why}` as never) && <p>{t(`why.${why as 'dns'}`, { host, model })}</p>}
      {t.has(`todo.${todo}` as never) && <p className="text-muted">{t(`todo.${todo as 'dns'}`)}</p>}
      {setting && (
        <p className="flex items-center gap-2">
          <code className="rounded-sm bg-sunken px-1.5 py-0.5 font-mono text-xs">{setting}</code>
          <CopyButton text={setting} />
        </p>
      )}
      {message && (
        <details className="text-xs">
          <summary className="w-fit rounded-xs text-muted hover:text-fg">{t('said')}</summary>
          <p className="mt-1 whitespace-pre-wrap rounded-sm bg-sunken p-2 font-mono">{message}</p>
        </details>
      )}
    </>
  )
}

function otherRefusal(message: string): string {
  return /redirects?$/.test(message) ? 'refused-redirect' : 'refused-other'
}

export function TestingMark() {
  return <LoaderCircle className="animate-spin" aria-hidden />
}
