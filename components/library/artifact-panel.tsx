'use client'

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import CommentThread from '@/components/comments/comment-thread'
import { ArtifactTitle } from '@/components/library/artifact-title'
import { ContentText } from '@/components/library/content-text'
import { DecisionList } from '@/components/library/decision-list'
import { ItemMenu } from '@/components/library/item-menu'
import { artifactQuery } from '@/components/library/library.query'
import { VersionList } from '@/components/library/version-list'
import { BuiltOn } from '@/components/lineage/built-on'
import { staleQuery } from '@/components/lineage/lineage.query'
import { RetireArtifact, RetiredNote } from '@/components/lineage/retire-artifact'
import { AskApplications } from '@/components/models/ask-applications'
import { VersionAdvice } from '@/components/models/version-advice'
import { VersionOrigin } from '@/components/models/version-origin'
import { useProject } from '@/components/projects/current-project'
import { useBothLanguages } from '@/components/reviews/use-title'
import { buttonClasses } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { Tabs } from '@/components/ui/tabs'
import { ChangeArtifact } from '@/components/writing/change-artifact'
import type { WritingCorpus } from '@/components/writing/writing-dialog'
import type { readArtifactEndpoint } from '@/lib/library/schema'

type Detail = z.output<typeof readArtifactEndpoint.response>
type Props = {
  project: string
  person: string
  corpora: readonly WritingCorpus[]
  artifact: string
  onClose: () => void
}

/** The open item: its text, versions with differences, who decided and why, and what is built on it. */
export function ArtifactPanel({ project, person, corpora, artifact, onClose }: Props) {
  const t = useTranslations('library.item')
  const canLead = useProject().allows('lead')
  const inWords = useBothLanguages()
  const { data, error, refetch } = useQuery(artifactQuery(project, artifact))
  const newest = data?.versions.at(0)
  return (
    <aside className="flex min-h-0 w-full shrink-0 flex-col border-line lg:w-[30rem] lg:border-l">
      <header className="flex items-center gap-2 py-2 pr-2 pl-4">
        {data && (
          <h2 className="min-w-0 font-medium">
            <ArtifactTitle item={data.item} />
          </h2>
        )}
        {data && <StatusBadge status={data.item.state} />}
        <span className="flex-1" />
        {data && newest && canLead && !data.item.retired && data.item.state !== 'waiting' && (
          <ChangeArtifact
            {...{ project, person, corpora, version: newest, corpusId: data.item.corpusId }}
            onWritten={() => refetch()}
          />
        )}
        {data && canLead && !data.item.retired && (
          <RetireArtifact project={project} artifact={artifact} title={inWords(data.item.title)} />
        )}
        {data && <ItemMenu project={project} item={data.item} canLead={canLead} />}
        <IconButton icon={X} label={t('close')} size="sm" onClick={onClose} />
      </header>
      {data?.item.retired && <RetiredNote project={project} artifact={artifact} canLead={canLead} />}
      {error && <ErrorState error={error} retry={() => refetch()} />}
      {!data && !error && <Skeleton className="m-4 h-40" />}
      {data && <Panels project={project} detail={data} />}
    </aside>
  )
}

function Panels({ project, detail }: { project: string; detail: Detail }) {
  const t = useTranslations('library.item')
  const { item, versions, decisions } = detail
  const current = versions.find((version) => version.id === item.versionId) ?? versions.at(0)
  const isUnsaid = current?.kind === 'rule' && current.content.transform === null
  const canAsk = useProject().allows('lead') && isUnsaid && item.state === 'approved'
  return (
    <Tabs
      label={item.key}
      className="min-h-0 flex-1 px-3"
      panelClassName="overflow-y-auto p-1 pt-4 pb-8"
      tabs={[
        {
          value: 'text',
          label: t('tabs.text'),
          panel: (
            <>
              {current && <ContentText of={current} />}
              {current && canAsk && <AskApplications project={project} version={current.id} />}
              {item.state === 'waiting' && current && (
                <Link
                  href={`/p/${project}/queue?version=${versions[0]?.id}` as never}
                  className={buttonClasses({ className: 'mt-6' })}
                >
                  {t('toDesk')}
                </Link>
              )}
            </>
          ),
        },
        {
          value: 'versions',
          label: t('tabs.versions'),
          count: versions.length,
          panel: <VersionList versions={versions} sources={detail.sources} />,
        },
        {
          value: 'origin',
          label: t('tabs.origin'),
          panel: current && <OriginOf version={current.id} />,
        },
        {
          value: 'decisions',
          label: t('tabs.decisions'),
          count: decisions.length,
          panel: <DecisionList decisions={decisions} />,
        },
        {
          value: 'usage',
          label: t('tabs.usage'),
          count: item.releases.length,
          panel: <Usage project={project} artifact={item.artifactId} />,
        },
        {
          value: 'comments',
          label: t('tabs.comments'),
          panel: <CommentThread project={project} artifact={item.artifactId} version={current?.id} />,
        },
      ]}
    />
  )
}

function OriginOf({ version }: { version: string }) {
  return (
    <>
      <VersionOrigin version={version} />
      <VersionAdvice version={version} />
    </>
  )
}

function Usage({ project, artifact }: { project: string; artifact: string }) {
  const t = useTranslations('library.item')
  const { data, error, refetch } = useQuery(staleQuery(project, artifact))
  if (error) return <ErrorState error={error} retry={() => refetch()} />
  if (!data) return <Skeleton className="h-24" />
  if (data.releases.length === 0) return <p className="text-muted">{t('noUsage')}</p>
  return <BuiltOn project={project} stale={data} />
}
