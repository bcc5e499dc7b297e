'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { InstanceText } from '@/components/corpora/instance-text'
import { useEvidence } from '@/components/reviews/desk.query'
import { DraftPart } from '@/components/reviews/place-frame'
import { recordLineageQuery } from '@/components/reviews/record.query'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import { useTitle } from '@/components/reviews/use-title'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import { TextLink } from '@/components/ui/text-link'
import type { VersionOf } from '@/lib/artifacts/schema'
import type { Lineage } from '@/lib/lineage/schema'

type Props = { project: string; version: VersionOf<'record'> }

/** What a record is held against: the gold of its instance, and the approved texts that it shows. */
export function RecordSource({ project, version }: Props) {
  const t = useTranslations('reviews.record')
  const sections = useTranslations('reviews.sections')
  const { data, error, refetch } = useQuery(recordLineageQuery(project, version.content))
  const { data: drawn } = useEvidence(project, version)
  const { ruleChanged } = version.content.provenance
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="hairline-b flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2.5">
        <h2 className="font-semibold text-sm">{t('compare')}</h2>
        {drawn && <p className="text-muted text-xs">{t('drawn', drawn)}</p>}
      </header>
      <ScrollingPart>
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {!data && !error && <SourceSkeleton />}
        {data && (
          <div className="flex flex-col gap-5 pt-3">
            {/* Once more, as it stands below a long instruction: this is what the gold is compared with. */}
            <DraftPart title={sections('output')}>
              <pre className="max-h-72 overflow-auto whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]">
                {version.content.output}
              </pre>
            </DraftPart>
            <section aria-label={t('gold')} className="flex flex-col gap-2">
              <h3 className="font-medium text-muted text-xs">{t('gold')}</h3>
              {ruleChanged && <p className="text-muted text-sm">{t('ruled')}</p>}
              <Gold instance={data.instance} />
            </section>
            <Versions project={project} versions={data.versions} />
          </div>
        )}
      </ScrollingPart>
    </div>
  )
}

function Gold({ instance }: { instance: Lineage['instance'] }) {
  const t = useTranslations('reviews.record')
  if (!instance) return <p className="text-muted">{t('goldGone')}</p>
  const { spans, answer, turns } = instance
  const isEmpty = turns.length === 0 && spans.length === 0 && answer.every(({ items }) => items.length === 0)
  return (
    <>
      <InstanceText instance={instance} />
      {isEmpty && <p className="text-muted text-sm">{t('noGold')}</p>}
    </>
  )
}

function Versions({ project, versions }: { project: string; versions: Lineage['versions'] }) {
  const t = useTranslations('reviews.record')
  const kinds = useTranslations('reviews.desk.kind')
  const title = useTitle()
  return (
    <section aria-label={t('versions')} className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{t('versions')}</h3>
      {versions.length === 0 && <p className="text-muted text-sm">{t('noVersions')}</p>}
      <ul className="flex flex-col">
        {versions.map(({ version, decisions, stale }) => (
          <li key={version.id} className="hairline-b flex flex-wrap items-baseline gap-x-2 gap-y-0.5 py-1.5">
            <span className="text-muted text-xs">{kinds(version.kind)}</span>
            <TextLink
              quiet
              href={`/p/${project}/library?artifact=${version.artifactId}`}
              className="font-medium"
            >
              {title(version)}
            </TextLink>
            <span className="text-muted text-xs">
              {t('version', {
                number: version.number,
                who:
                  decisions.find(({ verdict, undone }) => verdict === 'approve' && !undone)?.reviewer ?? '–',
              })}
            </span>
            {stale && (
              <span className="inline-flex items-center gap-1.5 text-muted text-xs">
                <StatusBadge status="superseded" /> {t('stale')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function SourceSkeleton() {
  const t = useTranslations('reviews.record')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 pt-4">
      <Skeleton className="w-full" />
      <Skeleton className="w-4/5" />
      <Skeleton className="h-16" />
    </div>
  )
}
