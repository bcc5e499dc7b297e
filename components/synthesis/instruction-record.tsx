'use client'

import { useTranslations } from 'next-intl'
import { CorpusLabels } from '@/components/corpora/label-book'
import { Badge } from '@/components/ui/badge'
import { LabelTag } from '@/components/ui/label-hue'
import type { Instruction } from '@/lib/synthesis/model'

/** One composed record with where each part comes from. */
export function InstructionRecord({
  record,
  nameOf,
}: {
  record: Instruction
  nameOf: (corpusId: string) => string
}) {
  const t = useTranslations('synthesis')
  const { provenance } = record
  const { strategy, corpusId, ordinal, copy, labels } = provenance
  return (
    <article className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone={strategy === 'compound' ? 'accent' : 'neutral'}>{t(`strategies.${strategy}`)}</Badge>
        <CorpusLabels of={[corpusId]}>
          {labels.map((label) => (
            <LabelTag key={label} label={label} />
          ))}
        </CorpusLabels>
      </div>
      <Part
        title={t('instruction')}
        text={record.instruction}
        lang={provenance.language}
        marked={strategy === 'compound'}
      />
      <Part title={t('input')} text={record.input} />
      <Part title={t('output')} text={record.output} mono />
      <footer className="flex flex-col gap-0.5 text-muted text-xs">
        <span>{t('instance', { corpus: nameOf(corpusId), ordinal, copy: copy + 1 })}</span>
        {provenance.versions.length === 0 && <span>{t('name.none')}</span>}
        {provenance.versions.map((version) => (
          <span key={version.versionId}>
            {t(`name.kinds.${version.kind ?? 'guideline'}` as 'name.kinds.guideline')}{' '}
            <code className="font-mono">{version.contentHash.slice(0, 12)}</code>{' '}
            {t('decidedBy', { who: version.decidedBy })}
          </span>
        ))}
      </footer>
    </article>
  )
}

type PartProps = { title: string; text: string; lang?: string; mono?: boolean; marked?: boolean }

function Part({ title, text, lang, mono, marked }: PartProps) {
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{title}</h3>
      <div
        lang={lang}
        className={[
          'whitespace-pre-wrap break-words rounded-md bg-sunken px-3 py-2',
          mono ? 'font-mono text-xs' : 'reading',
          marked ? 'border-accent border-l-2' : '',
        ].join(' ')}
      >
        {text}
      </div>
    </section>
  )
}
