'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CorpusLabels } from '@/components/corpora/label-book'
import { strategyInk, strategyTint } from '@/components/recipes/strategy-look'
import { GatesPassed } from '@/components/synthesis/gates-passed'
import { partsOf } from '@/components/synthesis/record-parts'
import { VersionMargin } from '@/components/synthesis/version-margin'
import { Badge } from '@/components/ui/badge'
import { LabelTag } from '@/components/ui/label-hue'
import type { Instruction } from '@/lib/synthesis/model'

type Props = {
  project: string
  release: number
  record: Instruction
  nameOf: (corpusId: string) => string
  /** What can be done with it, beside its marks. */
  actions?: ReactNode
}

/** One composed record, exactly as it is written, with what each part of it comes from in the margin. */
export function InstructionRecord({ project, release, record, nameOf, actions }: Props) {
  const t = useTranslations('synthesis')
  const forms = useTranslations('corpora.taskForms')
  const {
    taskForm,
    strategies = [],
    corpusId,
    ordinal,
    copy,
    labels,
    rule,
    format,
    language,
  } = record.provenance
  const place = { project, release }
  const formatted = format ? { strategy: 'format' as const, versionId: format } : null
  return (
    <article className="flex min-w-0 max-w-3xl flex-col gap-3">
      <div className="flex items-start gap-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 pt-1">
          <Badge>{forms(taskForm)}</Badge>
          {strategies.length === 0 && <Badge>{t('strategies.basic')}</Badge>}
          {strategies.map((one) => (
            <span
              key={one}
              className="inline-flex h-5 items-center rounded-sm px-1.5 text-xs"
              style={{ background: strategyTint(one), color: strategyInk(one) }}
            >
              {t(`madeOf.${one}`)}
            </span>
          ))}
          {rule && <Badge>{t(rule.changed ? 'ruleChanged' : 'ruleKept')}</Badge>}
          <CorpusLabels of={[corpusId]}>
            {labels.map((label) => (
              <LabelTag key={label} label={label} />
            ))}
          </CorpusLabels>
        </div>
        {actions}
      </div>
      <Part title={t('instruction')} lang={language}>
        {partsOf(record).map(({ text, opens, from }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a record stay in their order
          <div key={at} className={opens && at > 0 ? 'pt-3' : undefined}>
            <VersionMargin {...place} from={from}>
              {text}
            </VersionMargin>
          </div>
        ))}
      </Part>
      {record.input !== '' && (
        <Part title={t('input')}>
          <VersionMargin {...place} from={null}>
            {record.input}
          </VersionMargin>
        </Part>
      )}
      <Part title={t('output')} mono>
        <VersionMargin {...place} from={formatted}>
          {record.output}
        </VersionMargin>
      </Part>
      {record.unruled !== undefined && (
        <details className="text-muted">
          <summary className="w-fit cursor-default text-xs hover:text-fg">{t('unruled')}</summary>
          <pre className="overflow-x-auto whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2 font-mono text-xs">
            {record.unruled}
          </pre>
        </details>
      )}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        <span>{t('instance', { corpus: nameOf(corpusId), ordinal, copy: copy + 1 })}</span>
        <GatesPassed record={record} />
      </footer>
    </article>
  )
}

type PartProps = { title: string; lang?: string; mono?: boolean; children: ReactNode }

function Part({ title, lang, mono, children }: PartProps) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{title}</h3>
      <div
        lang={lang}
        className={`whitespace-pre-wrap break-words rounded-md bg-sunken py-2 pr-3 ${mono ? 'font-mono text-xs' : 'reading max-w-none'}`}
      >
        {children}
      </div>
    </section>
  )
}
