'use client'

import { useQuery } from '@tanstack/react-query'
import { Check, CircleAlert, CircleHelp, Cpu, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { adviceQuery } from '@/components/models/origin.query'
import { isStandInModel } from '@/components/models/stand-in'
import { useProject } from '@/components/projects/current-project'
import { Badge, type Tone } from '@/components/ui/badge'
import type { AdviceLine, AdviceView } from '@/lib/artifacts/advice/schema'

/** What a model said of a version against its evidence, plainly marked as advice. Nothing where none was asked. */
export function VersionAdvice({ version }: { version: string }) {
  const t = useTranslations('models')
  const { slug } = useProject()
  const { data } = useQuery(adviceQuery(slug, version))
  const [newest, ...older] = data?.items ?? []
  if (!newest) return null
  return (
    <section aria-label={t('advice.title')} className="mb-5 flex flex-col gap-2 rounded-md bg-sunken p-3">
      <h2 className="flex items-center gap-1.5 font-semibold text-sm">
        <Cpu className="size-4 text-muted" aria-hidden />
        {t('advice.title')}
        {isStandInModel(newest.model) && <Badge tone="waiting">{t('connections.standIn')}</Badge>}
      </h2>
      <p className="text-muted text-xs">{t('advice.note', { model: newest.model })}</p>
      <OneAdvice advice={newest} />
      {older.length > 0 && (
        <details className="text-xs">
          <summary className="w-fit rounded-xs text-muted hover:text-fg">
            {t('advice.older', { count: older.length })}
          </summary>
          {older.map((advice) => (
            <div key={advice.id} className="flex flex-col gap-2 pt-2">
              <p className="font-mono text-muted">{advice.model}</p>
              <OneAdvice advice={advice} />
            </div>
          ))}
        </details>
      )}
    </section>
  )
}

function OneAdvice({ advice: { overall, lines } }: { advice: AdviceView }) {
  const t = useTranslations('models.advice')
  return (
    <>
      {overall && <p>{overall}</p>}
      {lines.length === 0 && <p className="text-muted text-xs">{t('noLines')}</p>}
      <ul className="flex flex-col gap-2">
        {lines.map((line) => (
          <Line key={`${line.field}/${line.line}/${line.verdict}`} line={line} />
        ))}
      </ul>
    </>
  )
}

const LOOK: Record<AdviceLine['verdict'], { icon: LucideIcon; tone: Tone }> = {
  supported: { icon: Check, tone: 'neutral' },
  unsupported: { icon: TriangleAlert, tone: 'waiting' },
  contradicted: { icon: CircleAlert, tone: 'rejected' },
  unclear: { icon: CircleHelp, tone: 'neutral' },
}

function Line({ line: { field, line, text, verdict, why } }: { line: AdviceLine }) {
  const t = useTranslations('models.advice.verdicts')
  const sections = useTranslations('reviews.sections')
  const { icon: Icon, tone } = LOOK[verdict]
  const place = sections.has(field as never) ? sections(field as never) : field
  return (
    <li className="flex flex-col gap-0.5">
      <p className="flex flex-wrap items-center gap-x-2">
        <Badge tone={tone}>
          <Icon aria-hidden />
          {t(verdict)}
        </Badge>
        <span className="text-muted text-xs">{`${place} ${line + 1}`}</span>
      </p>
      <blockquote className="border-line-strong border-l-2 pl-2 text-muted">{text}</blockquote>
      <p>{why}</p>
    </li>
  )
}
