'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { FinishedDrafting } from '@/components/models/finished-drafting'
import { nodeExpansionQuery } from '@/components/taxonomy/expansion/expansion.query'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Badge } from '@/components/ui/badge'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { NodeExpansion } from '@/lib/taxonomy/expansion/schema'
import type { NodeView } from '@/lib/taxonomy/schema'

/** What models said of a node: what is of an earlier text, its syllabus, the runs that named it, what its last expansion came to. */
export function NodeExpansionPart({ project, node }: { project: string; node: NodeView }) {
  const { data, error, refetch } = useQuery(nodeExpansionQuery(project, node.id))
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton className="h-10" />
  return (
    <div className="flex flex-col gap-3">
      <Stale stale={data.stale} />
      {node.level === 'subject' && (
        <Syllabus project={project} syllabus={data.syllabus} isKept={node.state === 'kept'} />
      )}
      {data.described && <Described described={data.described} />}
      <FinishedDrafting project={project} subject={node.id} />
    </div>
  )
}

function Stale({ stale: { subjects, syllabi } }: Pick<NodeExpansion, 'stale'>) {
  const t = useTranslations('taxonomy.expansion')
  if (subjects + syllabi === 0) return null
  return (
    <p className="flex flex-wrap gap-1">
      {subjects > 0 && <Badge tone="waiting">{t('staleSubjects', { count: subjects })}</Badge>}
      {syllabi > 0 && <Badge tone="waiting">{t('staleSyllabi', { count: syllabi })}</Badge>}
    </p>
  )
}

type SyllabusProps = { project: string; syllabus: NodeExpansion['syllabus']; isKept: boolean }

function Syllabus({ project, syllabus, isKept }: SyllabusProps) {
  const t = useTranslations('taxonomy.expansion')
  return (
    <section aria-label={t('syllabus')}>
      <h3 className="pb-0.5 font-medium text-muted text-xs">{t('syllabus')}</h3>
      {!syllabus && <p className="text-muted">{t(isKept ? 'noSyllabus' : 'notKept')}</p>}
      {syllabus && (
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span>{t('size', { sessions: syllabus.sessions, concepts: syllabus.concepts })}</span>
          <span className="text-muted">{t(`states.${syllabus.state}`)}</span>
          {syllabus.state === 'waiting' && (
            <TextLink href={`/p/${project}/queue?version=${syllabus.versionId}`}>{t('review')}</TextLink>
          )}
          {syllabus.inForce && syllabus.state !== 'approved' && (
            <span className="basis-full text-muted text-xs">{t('inForce')}</span>
          )}
        </p>
      )}
    </section>
  )
}

function Described({ described }: { described: NonNullable<NodeExpansion['described']> }) {
  const t = useTranslations('taxonomy.expansion')
  const format = useFormatter()
  const nameOf = useNodeName()
  const { said, alike, subtopics } = described
  return (
    <>
      <section aria-label={t('title')}>
        <h3 className="pb-0.5 font-medium text-muted text-xs">{t('said', { count: said.length })}</h3>
        <ul className="flex flex-col gap-0.5">
          {said.map((one) => (
            <li key={`${one.run} ${one.en} ${one.zh}`} className="flex gap-2">
              <span className="w-16 shrink-0 text-muted text-xs leading-5 tabular-nums">
                {t('run', { number: one.run + 1 })}
              </span>
              <span className="min-w-0">{nameOf(one)}</span>
            </li>
          ))}
        </ul>
      </section>
      {alike.length > 0 && (
        <section aria-label={t('alike')}>
          <h3 className="pb-0.5 font-medium text-muted text-xs">{t('alike')}</h3>
          <ul className="flex flex-col gap-0.5">
            {alike.map((one) => (
              <li key={`${one.en} ${one.zh}`} className="flex flex-wrap items-baseline gap-x-2">
                {nameOf(one)}
                <span className="text-muted text-xs tabular-nums">
                  {t(`why.${one.why}`)} {format.number(one.similarity, { style: 'percent' })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {subtopics.length > 0 && (
        <section aria-label={t('subtopics')}>
          <h3 className="pb-0.5 font-medium text-muted text-xs">{t('subtopics')}</h3>
          <p className="text-muted">{subtopics.join('; ')}</p>
        </section>
      )}
    </>
  )
}
