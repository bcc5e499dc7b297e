'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import type { z } from 'zod'
import { ArtifactTitle } from '@/components/library/artifact-title'
import { StaleNote } from '@/components/lineage/stale-mark'
import { buttonClasses } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { type Column, DataTable } from '@/components/ui/data-table'
import { PageHeader } from '@/components/ui/page-header'
import { TimeAgo } from '@/components/ui/time-ago'
import { type LibraryKind, libraryKinds } from '@/lib/artifacts/model'
import type { readReleaseEndpoint } from '@/lib/library/releases/schema'

type Release = z.output<typeof readReleaseEndpoint.response>
type Item = Release['items'][number]

export function ReleaseDetail({
  project,
  canLead,
  release,
}: {
  project: string
  canLead: boolean
  release: Release
}) {
  const t = useTranslations('library')
  const format = useFormatter()
  const router = useRouter()
  const when = format.dateTime(new Date(release.createdAt), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t('title'), href: `/p/${project}/library` },
          { label: t('tabs.releases'), href: `/p/${project}/library/releases` },
        ]}
        title={t('releases.detail.title', { number: release.number })}
        actions={
          canLead && (
            <Link
              href={`/p/${project}/compose?release=${release.number}` as never}
              className={buttonClasses({ variant: 'primary' })}
            >
              {t('releases.detail.compose')}
            </Link>
          )
        }
      />
      <div className="hairline-b flex flex-col gap-1 px-4 py-3">
        {release.name !== '' && <p className="font-medium">{release.name}</p>}
        {release.note !== '' && <p className="max-w-prose whitespace-pre-wrap">{release.note}</p>}
        <p className="text-muted">{t('releases.detail.frozen', { when, by: release.createdBy })}</p>
        <StaleNote project={project} of={{ release: release.number }} />
        <p>{format.list(countsOf(release.items).map(([kind, count]) => t(`counted.${kind}`, { count })))}</p>
        <p className="flex items-center gap-1 text-muted text-xs">
          {t('releases.detail.hash')} <code className="truncate font-mono">{release.contentHash}</code>
          <CopyButton text={release.contentHash} />
        </p>
      </div>
      <DataTable
        name="release-items"
        label={t('tabs.guidelines')}
        rows={release.items}
        columns={useColumns()}
        rowId={(item) => item.versionId}
        onOpen={(item) => router.push(`/p/${project}/library?state=all&artifact=${item.artifactId}` as never)}
        empty={null}
      />
    </>
  )
}

function useColumns(): Column<Item>[] {
  const t = useTranslations('library.releases.detail')
  const kinds = useTranslations('library.kind')
  return [
    {
      id: 'label',
      label: t('label'),
      cell: (item) => (
        <>
          <ArtifactTitle item={item} />
          <span className="pl-2 text-muted text-xs sm:hidden">{item.corpusName}</span>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('kind'),
      width: '7rem',
      from: 'sm',
      cell: (item) => <span className="text-muted">{kinds(item.kind)}</span>,
    },
    { id: 'corpus', label: t('corpus'), from: 'sm', cell: (item) => item.corpusName },
    { id: 'version', label: t('version'), width: '5rem', align: 'end', cell: (item) => item.versionNumber },
    { id: 'approvedBy', label: t('approvedBy'), width: '11rem', from: 'sm', cell: (item) => item.approvedBy },
    {
      id: 'approvedAt',
      label: t('approvedAt'),
      width: '9rem',
      from: 'md',
      cell: (item) => <TimeAgo at={item.approvedAt} />,
    },
    {
      id: 'hash',
      label: t('hash'),
      width: '9rem',
      from: 'lg',
      cell: (item) => <code className="font-mono text-xs">{item.contentHash.slice(0, 12)}</code>,
    },
  ]
}

function countsOf(items: readonly Item[]): [LibraryKind, number][] {
  return libraryKinds.flatMap((kind): [LibraryKind, number][] => {
    const count = items.filter((item) => item.kind === kind).length
    return count > 0 ? [[kind, count]] : []
  })
}
