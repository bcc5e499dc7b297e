'use client'

import { ListChecks } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { VersionLinks } from '@/components/reviews/adjudication/version-links'
import { SendBack } from '@/components/reviews/rechecks/send-back'
import { useWorkColumns } from '@/components/reviews/rechecks/use-work-columns'
import { useSendBack, useWork } from '@/components/reviews/rechecks/work.query'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { rowsOf } from '@/components/ui/keyset'
import { useNameOf } from '@/components/ui/label-hue'
import { PageHeader } from '@/components/ui/page-header'
import { Select } from '@/components/ui/select'
import { TextLink } from '@/components/ui/text-link'
import { Toolbar } from '@/components/ui/toolbar'
import { type Work, workKinds } from '@/lib/reviews/rechecks/schema'

const ALL = 'all-kinds'

type Props = { project: string; version: string; canLead: boolean }

/** What was decided under the older version of a guideline, and what became of it: chosen pieces or all can be sent back. */
export function WorkPage({ project, version, canLead }: Props) {
  const t = useTranslations('adjudication.work')
  const kinds = useTranslations('reviews.desk.kind')
  const nameOf = useNameOf()
  const [kind, setKind] = useQueryState('kind', parseAsStringLiteral(workKinds))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useWork(project, version, kind)
  const sending = useSendBack(project, version)
  const rows = rowsOf(list.data)
  const first = list.data?.pages[0]
  const columns = useWorkColumns({ project, canLead, chosen, onChoose: setChosen })
  if (list.isError && !list.data) return <ErrorState error={list.error} retry={() => list.refetch()} />
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('queue'), href: `/p/${project}/queue/disputes` }]}
        title={
          first
            ? t('title', { label: nameOf(first.guideline.key), number: first.guideline.number })
            : t('loading')
        }
        actions={
          canLead &&
          first && (
            <SendBack {...{ project, work: first, chosen, sending }} onSent={() => setChosen(new Set())} />
          )
        }
      />
      {first && <Summary project={project} version={version} work={first} />}
      <Toolbar>
        <Select
          size="sm"
          label={t('kind')}
          value={kind ?? ALL}
          onChange={(next) => setKind(next === ALL ? null : (next as 'rule'))}
          options={[
            { value: ALL, label: t('allKinds') },
            ...workKinds.map((value) => ({
              value: value as string,
              label: kinds(value),
              hint: first?.kinds[value] ?? 0,
            })),
          ]}
        />
      </Toolbar>
      <div className="flex min-h-0 flex-1">
        <DataTable
          name="work"
          label={t('label')}
          rows={rows}
          columns={columns}
          rowId={(item) => item.versionId}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          loadingMore={list.isFetchingNextPage}
          loadMore={list.fetchNextPage}
          empty={
            <EmptyState icon={ListChecks} title={t('empty.title')}>
              {t(first && !first.meansElse ? 'empty.sameMeaning' : 'empty.text')}
            </EmptyState>
          }
        />
      </div>
    </>
  )
}

function Summary({ project, version, work }: Omit<Props, 'canLead'> & { work: Work }) {
  const t = useTranslations('adjudication.work')
  const format = useFormatter()
  const { guideline, old, period, wordings, waiting, again } = work
  const moment = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="hairline-b flex flex-col gap-1.5 px-4 py-3">
      <p className="max-w-prose">
        {old.length > 0 && period
          ? t(period.to ? 'explained' : 'explainedOpen', {
              old: format.list(old.map(({ number }) => `v${number}`).reverse()),
              from: moment(period.from),
              to: period.to ? moment(period.to) : '',
            })
          : t('first')}
        {wordings > 0 && ` ${t('wordings', { count: wordings })}`}
        {guideline.state !== 'approved' && ` ${t('waits', { number: guideline.number })}`}
      </p>
      {waiting + again > 0 && <p className="text-muted">{t('progress', { waiting, again })}</p>}
      <p>
        <TextLink
          href={
            guideline.state === 'waiting'
              ? `/p/${project}/queue?version=${guideline.versionId}`
              : `/p/${project}/library?state=all&artifact=${guideline.artifactId}`
          }
        >
          {t('toGuideline', { number: guideline.number })}
        </TextLink>
      </p>
      <VersionLinks version={version} onWork />
    </div>
  )
}
