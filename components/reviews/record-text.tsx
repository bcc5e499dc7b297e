'use client'

import { useTranslations } from 'next-intl'
import { DraftPart } from '@/components/reviews/place-frame'
import { Badge } from '@/components/ui/badge'
import { LabelTag } from '@/components/ui/label-hue'
import type { RecordContent } from '@/lib/artifacts/kinds/record/content'

/** A record as a trainer gets it: the instruction, the input, the output, or the turns of a conversation. */
export function RecordText({ content }: { content: RecordContent }) {
  const t = useTranslations('reviews')
  const formNames = useTranslations('corpora.taskForms')
  const strategies = useTranslations('synthesis.strategies')
  const { provenance, turns } = content
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone={provenance.strategies.length > 0 ? 'accent' : 'neutral'}>
          {strategies(provenance.strategies.length > 0 ? 'compound' : 'basic')}
        </Badge>
        <span className="text-muted text-xs">
          {formNames(provenance.taskForm)} · {provenance.carrier}
        </span>
        {provenance.labels.map((label) => (
          <LabelTag key={label} label={label} />
        ))}
      </div>
      {turns ? (
        turns.map((turn, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the turns of a conversation never move
          <DraftPart key={at} title={t(`record.turn.${turn.from}`)}>
            <Words text={turn.text} />
          </DraftPart>
        ))
      ) : (
        <>
          <DraftPart title={t('sections.instruction')}>
            <Words text={content.instruction} lang={provenance.language} />
          </DraftPart>
          {content.input !== '' && (
            <DraftPart title={t('sections.input')}>
              <Words text={content.input} />
            </DraftPart>
          )}
          <DraftPart title={t('sections.output')}>
            <Words text={content.output} mono />
          </DraftPart>
        </>
      )}
      <p className="text-muted text-xs">{t('record.fixed')}</p>
    </div>
  )
}

function Words({ text, lang, mono = false }: { text: string; lang?: string; mono?: boolean }) {
  return (
    <div
      lang={lang}
      className={`whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 [overflow-wrap:anywhere] ${mono ? 'font-mono text-xs' : 'reading'}`}
    >
      {text}
    </div>
  )
}
