'use client'

import { useQuery } from '@tanstack/react-query'
import { Waypoints } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { instanceAddress } from '@/components/corpora/instance-filter'
import { InstanceText } from '@/components/corpora/instance-text'
import { CorpusLabels } from '@/components/corpora/label-book'
import { useClassNames } from '@/components/corpora/use-class-names'
import { DecisionList } from '@/components/library/decision-list'
import { lineageQuery } from '@/components/lineage/lineage.query'
import { useTitle } from '@/components/reviews/use-title'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/error-state'
import { Sheet } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { Lineage } from '@/lib/lineage/schema'
import type { Instruction } from '@/lib/synthesis/model'

type Props = { project: string; record: Instruction; seed: number }

/** Opens what a record was made of: instance, versions with who decided them, and the draw. */
export function RecordLineage(props: Props) {
  const t = useTranslations('lineage.record')
  const [open, setOpen] = useState(false)
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t('title')}
      trigger={
        <Button size="sm" variant="quiet">
          <Waypoints aria-hidden />
          {t('open')}
        </Button>
      }
    >
      {open && <Content {...props} />}
    </Sheet>
  )
}

function Content({ project, record, seed }: Props) {
  const lineage = useQuery(lineageQuery(project, record))
  if (lineage.isError && !lineage.data)
    return <ErrorState error={lineage.error} retry={() => lineage.refetch()} />
  return (
    <div className="flex flex-col gap-6">
      {lineage.data ? (
        <>
          <OfInstance project={project} lineage={lineage.data} />
          <OfVersions project={project} lineage={lineage.data} record={record} />
        </>
      ) : (
        <Skeleton className="h-48" />
      )}
      <Draw record={record} seed={seed} />
    </div>
  )
}

function OfInstance({ project, lineage }: { project: string; lineage: Lineage }) {
  const t = useTranslations('lineage.record')
  const { corpus, instance } = lineage
  if (!corpus) return <Section title={t('instance')}>{t('corpusGone')}</Section>
  return (
    <Section title={t('instance')}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <TextLink href={`/p/${project}/corpora/${corpus.id}`}>{corpus.name}</TextLink>
        {instance && (
          <TextLink
            className="font-mono text-xs"
            title={t('openInstance')}
            href={instanceAddress(project, { corpusId: corpus.id, ordinal: instance.ordinal })}
          >
            {`#${instance.ordinal}`}
          </TextLink>
        )}
      </p>
      {instance ? (
        <CorpusLabels of={[corpus.id]}>
          <InstanceText instance={instance} />
        </CorpusLabels>
      ) : (
        <p>{t('gone')}</p>
      )}
      <Facts
        facts={[
          [t('licence'), corpus.licence],
          [t('source'), corpus.source],
        ]}
      />
    </Section>
  )
}

type VersionsProps = { project: string; lineage: Lineage; record: Instruction }

function OfVersions({ project, lineage: { versions }, record: { provenance } }: VersionsProps) {
  const t = useTranslations('lineage.record')
  const kinds = useTranslations('library.kind')
  const titleOf = useTitle()
  const { rule } = provenance
  return (
    <Section title={t('versions')}>
      {provenance.versions.length === 0 && <p>{t('none')}</p>}
      <ol className="flex flex-col gap-4">
        {versions.map(({ version, decisions, stale }) => (
          <li key={version.id} className="flex flex-col">
            <div className="flex flex-wrap items-center gap-x-2">
              <TextLink
                quiet
                className="font-medium"
                href={`/p/${project}/library?state=all&artifact=${version.artifactId}`}
              >
                {titleOf(version)}
              </TextLink>
              <span className="text-muted">{`v${version.number}`}</span>
              {version.kind !== 'record' && <span className="text-muted text-xs">{kinds(version.kind)}</span>}
              {stale && <Badge tone="waiting">{t('stale')}</Badge>}
            </div>
            {version.id === rule?.versionId && (
              <p className="text-muted">{t(rule.changed ? 'changed' : 'kept')}</p>
            )}
            {decisions.length > 0 ? (
              <DecisionList decisions={decisions} />
            ) : (
              <p className="text-muted">{t('decidedNone')}</p>
            )}
          </li>
        ))}
      </ol>
      {versions.length < provenance.versions.length && <p className="text-muted">{t('unknown')}</p>}
    </Section>
  )
}

function Draw({ record, seed }: { record: Instruction; seed: number }) {
  const t = useTranslations('lineage.record')
  const forms = useTranslations('corpora.taskForms')
  const carriers = useTranslations('reviews.format.carriers')
  const mix = useTranslations('synthesis.mix')
  const names = useClassNames()
  const { taskForm, carrier, copy, language, recipeHash } = record.provenance
  return (
    <Section title={t('draw')}>
      <Facts
        facts={[
          [t('task'), forms(taskForm)],
          [t('syntax'), carrier === 'conversation' ? mix('conversation') : carriers(carrier as 'csv')],
          [t('language'), names.language(language)],
          [t('seed'), String(seed)],
          [t('copy'), String(copy + 1)],
          [t('recipe'), recipeHash.slice(0, 16)],
          [t('id'), record.id],
        ]}
      />
    </Section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-xs">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
