'use client'

import { Check, CircleSlash, RefreshCw, TriangleAlert } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { AnswerView } from '@/components/corpora/answer-view'
import { useEvidence } from '@/components/reviews/desk.query'
import { useFormatPreview } from '@/components/reviews/format.query'
import { useDeskKeys } from '@/components/reviews/keys/keys.query'
import { ScrollingPart } from '@/components/reviews/scrolling-part'
import { Badge, type Tone } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'
import type { FormatEvidence } from '@/lib/artifacts/kinds/format/evidence'
import type { FormatPreview, RenderingView, VersionOf } from '@/lib/artifacts/schema'

type Props = {
  project: string
  version: VersionOf<'format'>
  /** The format on the screen: the draft's own, or what is being typed. */
  shown: FormatContent
  seed: number
  onOthers: () => void
}

/** What the trial counted, and real answers of every task form written in this format and read back. */
export function FormatTrial({ project, version, shown, seed, onOthers }: Props) {
  const t = useTranslations('reviews')
  const { data: evidence } = useEvidence(project, version)
  const keyOf = useDeskKeys()
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="hairline-b flex items-center gap-2 px-4 py-1.5">
        <h2 className="font-semibold text-sm">{t('format.rendered')}</h2>
        <span className="flex-1" />
        <IconButton
          icon={RefreshCw}
          label={t('format.others')}
          keys={keyOf('next')}
          size="sm"
          onClick={onOthers}
        />
      </header>
      <ScrollingPart>
        {evidence && <TrialFigures evidence={evidence} />}
        <FormatRenderings project={project} shown={shown} seed={seed} />
      </ScrollingPart>
    </div>
  )
}

/** Real answers of every task form in a format as it stands or is being typed. */
export function FormatRenderings({ project, shown, seed }: Pick<Props, 'project' | 'shown' | 'seed'>) {
  const t = useTranslations('reviews')
  const typed = useDeferredValue(shown)
  const { data, error, isFetching, refetch } = useFormatPreview(project, typed, seed)
  return (
    <>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <RenderingSkeleton />}
      <div className={cn('flex flex-col gap-6 transition-opacity', isFetching && 'opacity-60')}>
        {data?.forms.map((form) => (
          <FormRenderings key={form.form} of={form} content={typed} />
        ))}
      </div>
      {data?.forms.length === 0 && <p className="py-4 text-muted">{t('format.nothing')}</p>}
    </>
  )
}

function TrialFigures({ evidence }: { evidence: FormatEvidence }) {
  const t = useTranslations('reviews.format')
  const format = useFormatter()
  const sum = (of: 'carried' | 'same') => evidence.forms.reduce((all, form) => all + form[of], 0)
  const [carried, same] = [sum('carried'), sum('same')]
  const characters = evidence.forms.reduce((all, form) => all + form.characters, 0)
  return (
    <section aria-label={t('trial')} className="flex flex-col gap-1.5 py-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={same === carried ? 'approved' : 'rejected'}>
          {same === carried ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
          {t('cameBack', { same, carried })}
        </Badge>
        <span className="text-muted text-xs">
          {t('tried', { tried: evidence.tried, instances: evidence.instances })} ·{' '}
          {t('length', { length: format.number(carried ? Math.round(characters / carried) : 0) })}
        </span>
      </p>
      <Faults title={t('failed')} faults={evidence.failed} />
      <Faults title={t('refused')} faults={evidence.refused} />
    </section>
  )
}

function Faults({ title, faults }: { title: string; faults: FormatEvidence['failed'] }) {
  const t = useTranslations('reviews.format')
  const formNames = useTranslations('corpora.taskForms')
  if (faults.length === 0) return null
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted">
        {title} {t('times', { count: faults.reduce((all, { count }) => all + count, 0) })}
      </summary>
      <ul className="flex flex-col gap-0.5 pt-1 pl-4">
        {faults.map((fault) => (
          <li key={`${fault.form}/${fault.why}`} className="[overflow-wrap:anywhere]">
            <span className="text-muted">
              {[
                formNames(fault.form),
                `${fault.corpus} #${fault.ordinal}`,
                t('times', { count: fault.count }),
              ].join(' · ')}
            </span>{' '}
            {fault.why}
          </li>
        ))}
      </ul>
    </details>
  )
}

function FormRenderings({ of, content }: { of: FormatPreview['forms'][number]; content: FormatContent }) {
  const formNames = useTranslations('corpora.taskForms')
  return (
    <section aria-label={formNames(of.form)} className="flex flex-col gap-3">
      <h3 className="hairline-b sticky top-0 bg-canvas py-1.5 font-medium">{formNames(of.form)}</h3>
      {of.renderings.map((rendering) => (
        <Rendering
          key={`${rendering.corpus}/${rendering.ordinal}`}
          of={rendering}
          nouns={of.nouns}
          content={content}
        />
      ))}
    </section>
  )
}

const OUTCOMES = {
  same: { tone: 'approved', icon: Check },
  refused: { tone: 'neutral', icon: CircleSlash },
  failed: { tone: 'rejected', icon: TriangleAlert },
} as const satisfies Record<RenderingView['outcome'], { tone: Tone; icon: typeof Check }>

const SHOWN_TEXT = 400

function Rendering(props: {
  of: RenderingView
  nouns: FormatPreview['forms'][number]['nouns']
  content: FormatContent
}) {
  const { of, nouns, content } = props
  const t = useTranslations('reviews.format')
  const language = useLocale() === 'zh' ? 'zh' : 'en'
  const { tone, icon: Icon } = OUTCOMES[of.outcome]
  const sentences = of.fields.length > 0 ? content.askRecords[language] : content.ask[language]
  const asked = fill(sentences[of.ordinal % Math.max(1, sentences.length)] ?? '', {
    ...nouns[language],
    fields: of.fields.join(language === 'zh' ? '、' : ', '),
  })
  return (
    <article className="flex flex-col gap-1.5">
      <p className="flex flex-wrap items-center gap-2 text-muted text-xs">
        <span className="truncate">{`${of.corpus} #${of.ordinal}`}</span>
        <Badge tone={tone}>
          <Icon aria-hidden />
          {t(`outcome.${of.outcome}`)}
        </Badge>
        {of.why && <span className="[overflow-wrap:anywhere]">{of.why}</span>}
      </p>
      <p className="reading max-w-prose text-muted [overflow-wrap:anywhere]">
        {of.text.length > SHOWN_TEXT ? `${of.text.slice(0, SHOWN_TEXT)}…` : of.text}
      </p>
      {of.outcome === 'refused' ? (
        <AnswerView answer={of.answer} />
      ) : (
        <>
          {asked && <p className="max-w-prose text-sm">{asked}</p>}
          <pre className="max-h-72 overflow-auto whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 font-mono text-xs [overflow-wrap:anywhere]">
            {of.output}
          </pre>
        </>
      )}
    </article>
  )
}

function fill(sentence: string, slots: Record<string, string>): string {
  return sentence.replace(/\{([a-z]+)\}/g, (slot, name: string) => slots[name] ?? slot)
}

function RenderingSkeleton() {
  const t = useTranslations('reviews.format')
  return (
    <div role="status" aria-label={t('loading')} className="flex flex-col gap-3 pt-4">
      <Skeleton className="w-2/3" />
      <Skeleton className="h-24" />
      <Skeleton className="w-1/2" />
      <Skeleton className="h-24" />
    </div>
  )
}
