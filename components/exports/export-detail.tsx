'use client'

import { Download } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ExportAudit } from '@/components/exports/export-audit'
import { ExportFiles } from '@/components/exports/export-files'
import { ExportSources } from '@/components/exports/export-sources'
import { useExport } from '@/components/exports/exports.query'
import { StaleNote } from '@/components/lineage/stale-mark'
import { JobsOf } from '@/components/projects/jobs-of'
import { type MixPart, strategiesOf } from '@/components/synthesis/mix-parts'
import { MixPicture } from '@/components/synthesis/mix-picture'
import { RunState } from '@/components/synthesis/run-state'
import { buttonClasses } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { SecretLine } from '@/components/ui/secret-line'
import { Stat } from '@/components/ui/stat'
import type { Manifest, MixRow } from '@/lib/exports/model'
import { archiveExportEndpoint, type ExportDetail as Detail } from '@/lib/exports/schema'
import { endpointUrl } from '@/lib/platform/call-endpoint'

type Props = { project: string; canLead: boolean; first: Detail }

/** One export: its files, what they hold, how a trainer takes them. */
export function ExportDetail({ project, canLead, first }: Props) {
  const t = useTranslations('exports')
  const ui = useTranslations('ui')
  const { data: one } = useExport(project, first)
  const isDone = one.state === 'done'
  const { destination } = one.options
  const place =
    destination.to === 's3' ? destination.prefix : destination.to === 'folder' ? destination.path : null
  return (
    <>
      <PageHeader
        crumbs={[{ label: t('title'), href: `/p/${project}/exports` }]}
        title={t('detail.title', { number: one.runNumber, format: t(`formats.${one.format}`) })}
        aside={<RunState state={one.state}>{t(`states.${one.state}`)}</RunState>}
        actions={
          isDone && (
            <a
              className={buttonClasses({ variant: 'primary' })}
              href={endpointUrl(archiveExportEndpoint, { params: { project, export: one.id } })}
              download
            >
              <Download aria-hidden /> {t('downloadAll')}
            </a>
          )
        }
      />
      <div className="flex min-h-0 flex-1 flex-col gap-6 overflow-y-auto p-4">
        <p className="text-muted">
          {t('detail.sub', {
            release: one.releaseNumber,
            count: one.manifest?.records ?? one.instructionCount,
          })}
          {isDone && place && <> · {t('detail.delivered', { place: `${destination.to}:${place}` })}</>}
        </p>
        <StaleNote project={project} of={{ export: one.id }} />
        <JobsOf project={project} subject={one.id} canCancel={canLead} />
        {one.state === 'failed' && <p className="text-rejected">{t('detail.failed')}</p>}
        {isDone && <ExportFiles project={project} one={one} />}
        {isDone && one.commands.length > 0 && (
          <section className="flex max-w-3xl flex-col gap-2">
            <h2 className="font-semibold">{t('detail.use')}</h2>
            <p className="text-muted text-xs">{t('detail.useText')}</p>
            {one.commands.map((command) => (
              <SecretLine key={command} text={command} copy={ui('copy')} />
            ))}
            <p className="text-muted text-xs">{t('detail.check')}</p>
            <SecretLine text={checkOf(one)} copy={ui('copy')} />
          </section>
        )}
        {isDone && !one.manifest && <p className="text-muted">{t('detail.noManifest')}</p>}
        {one.manifest && <Holds manifest={one.manifest} />}
      </div>
    </>
  )
}

/** With the sum of the manifest, which names the sums of all else: nobody can rewrite the folder so that it fits. */
function checkOf({ files }: Detail): string {
  const manifest = files.find(({ name }) => name === 'manifest.json')
  return `npm run verify-export -- DIR${manifest ? ` --fingerprint ${manifest.sha256}` : ''}`
}

function Holds({ manifest }: { manifest: Manifest }) {
  const t = useTranslations('exports.detail')
  const composed = manifest.mix.filter((row) => !isOfDrafts(row))
  const pairs = manifest.mix.filter(isOfDrafts).reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{t('holds')}</h2>
        {manifest.records === 0 ? (
          <p className="text-muted">{t('empty')}</p>
        ) : (
          <>
            <MixPicture parts={composed.map(partOf)} counted />
            {pairs > 0 && <p>{t('draftPairs', { count: pairs })}</p>}
          </>
        )}
      </section>
      <ExportSources manifest={manifest} />
      <People review={manifest.review} audit={manifest.audit} />
    </>
  )
}

/** Preference pairs of drafts are no records of the run. */
const isOfDrafts = ({ strategies }: MixRow) => strategies.some((one) => one.endsWith('-drafts'))

const partOf = ({ strategies, count, ...part }: MixRow): MixPart => ({
  ...part,
  strategies: strategiesOf(strategies.join('+')),
  amount: count,
})

function People({ review, audit }: Pick<Manifest, 'review' | 'audit'>) {
  const t = useTranslations('exports.detail')
  const format = useFormatter()
  const { agreement, decidedTwice } = review
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t('people')}</h2>
      <div className="flex flex-wrap gap-x-10 gap-y-3">
        <Stat label={t('versions')} value={review.versions} />
        <Stat label={t('deciders')} value={review.deciders} />
        <Stat label={t('decisions')} value={review.decisions} />
        {agreement !== null && (
          <Stat
            label={t('agreement')}
            value={format.number(agreement, { style: 'percent' })}
            note={t('agreementOf', { count: decidedTwice })}
          />
        )}
      </div>
      {agreement === null && <p className="text-muted text-xs">{t('agreementNone')}</p>}
      {audit && <ExportAudit audit={audit} />}
    </section>
  )
}
