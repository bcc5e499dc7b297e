'use client'

import { useQuery } from '@tanstack/react-query'
import { Cpu, EyeOff, type LucideIcon, PencilLine, Pickaxe } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { originQuery } from '@/components/models/origin.query'
import { isStandInModel } from '@/components/models/stand-in'
import { seconds } from '@/components/models/use-call-columns'
import { useMoney } from '@/components/models/use-money'
import { UsedDecisions } from '@/components/models/used-decisions'
import { useProject } from '@/components/projects/current-project'
import { Badge } from '@/components/ui/badge'
import { ErrorLine } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { OriginCall, OriginView } from '@/lib/artifacts/origin/schema'

/** Who drafted a version: model or miner, by which prompt and call, from what, and how much of it is still the drafter's. */
export function VersionOrigin({ version }: { version: string }) {
  const t = useTranslations('models.origin')
  const { slug } = useProject()
  const { data, error } = useQuery(originQuery(slug, version))
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1.5 pb-5">
      <h2 className="font-semibold text-sm">{t('title')}</h2>
      {!data && !error && <Skeleton className="w-4/5" />}
      <ErrorLine error={error} />
      {data && <Known origin={data} version={version} />}
    </section>
  )
}

function Known({ origin, version }: { origin: OriginView; version: string }) {
  const t = useTranslations('models.origin')
  const isGrown = origin.draftedVersionId !== version
  return (
    <>
      <Drafter origin={origin} />
      {isGrown && origin.author && <p className="text-muted text-xs">{t('grew')}</p>}
      {origin.calls.length > 0 && (
        <ul className="flex flex-col gap-1">
          {origin.calls.map((call) => (
            <CallLine key={call.id} call={call} currency={origin.currency} />
          ))}
        </ul>
      )}
      {origin.evidence && <p className="text-muted text-xs">{t('evidence', origin.evidence)}</p>}
      {origin.author?.kind === 'model' && <UsedDecisions decisions={origin.decisionsUsed} />}
      {origin.modelShare !== null && (isGrown || origin.modelShare < 1) && (
        <Share share={origin.modelShare} distance={origin.editDistance} />
      )}
    </>
  )
}

function Drafter({ origin: { blind, author } }: { origin: OriginView }) {
  const t = useTranslations('models.origin')
  const names = useTranslations('projects.activity.actors')
  if (blind) return <Line icon={EyeOff}>{t('blind')}</Line>
  if (!author || author.kind === 'person') return <Line icon={PencilLine}>{t('person')}</Line>
  if (author.kind === 'model') return <Line icon={Cpu}>{t('model')}</Line>
  const miner = author.name.replace(/\/.*$/, '')
  const name = names.has(miner as never) ? names(miner as never) : author.name
  return <Line icon={Pickaxe}>{t('miner', { name })}</Line>
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <p className="flex items-start gap-1.5">
      <Icon className="mt-0.5 size-4 shrink-0 text-muted" aria-hidden />
      <span>{children}</span>
    </p>
  )
}

/** Whoever leads may look at the call itself. */
function CallLine({ call, currency }: { call: OriginCall; currency: string }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const money = useMoney(currency)
  const { slug, allows } = useProject()
  const prompt = `${call.prompt}@${call.promptVersion}`
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 text-xs">
      {allows('lead') ? (
        <TextLink href={`/p/${slug}/models/calls/${call.id}`} className="font-mono">
          {prompt}
        </TextLink>
      ) : (
        <span className="font-mono">{prompt}</span>
      )}
      <span className="font-mono">{call.servedModel ?? call.model}</span>
      {isStandInModel(call.model) && <Badge tone="waiting">{t('connections.standIn')}</Badge>}
      <span className="text-muted">{t('origin.through', { connection: call.connection })}</span>
      <span className="text-muted tabular-nums">
        {call.latencyMs === null
          ? money(call.cost)
          : t('origin.cost', { cost: money(call.cost), time: seconds(format, call.latencyMs) })}
      </span>
    </li>
  )
}

function Share({ share, distance }: { share: number; distance: number | null }) {
  const t = useTranslations('models.origin')
  const format = useFormatter()
  const percent = (part: number) => format.number(part, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <div className="flex flex-col gap-1">
      <p className="text-xs">
        {t('share', { share: percent(share) })}
        {distance !== null && (
          <span className="pl-2 text-muted">{t('distance', { distance: percent(distance) })}</span>
        )}
      </p>
      <span
        role="img"
        aria-label={`${t('shareLabel')}: ${percent(share)}`}
        className="flex h-1.5 overflow-hidden rounded-full bg-edited-soft"
      >
        <span className="bg-muted opacity-60" style={{ width: `${share * 100}%` }} />
        <span className="flex-1 bg-edited opacity-70" />
      </span>
    </div>
  )
}
