'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { sectionsOf } from '@/components/reviews/content-sections'
import { type SentenceSection, sentenceSections } from '@/components/reviews/format-typist'
import { DraftPart } from '@/components/reviews/place-frame'
import { Badge } from '@/components/ui/badge'
import type { FormatContent } from '@/lib/artifacts/kinds/format/content'

/** A format to be read from top to bottom: its syntax, then the sentences that ask for it with their slots marked. */
export function FormatText({ content }: { content: FormatContent }) {
  const t = useTranslations('reviews')
  const formNames = useTranslations('corpora.taskForms')
  const format = useFormatter()
  const sentences = sectionsOf({ kind: 'format', content }).filter(
    ({ section, lines }) => lines.length > 0 && sentenceSections.includes(section as SentenceSection),
  )
  return (
    <div className="reading flex flex-col gap-4">
      <DraftPart title={t('format.carrier')}>
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{t(`format.carriers.${content.carrier}`)}</span>
          <span className="text-muted text-sm">
            {content.taskForms.length === 0
              ? t('format.everyForm')
              : format.list(content.taskForms.map((form) => formNames(form)))}
          </span>
        </p>
      </DraftPart>
      <DraftPart title={t('sections.parameters')}>
        <ParameterList parameters={content.parameters} />
      </DraftPart>
      {sentences.map(({ section, lines, language }) => (
        <DraftPart key={section} title={t(`sections.${section}`)}>
          <ol
            lang={language}
            className="flex list-decimal flex-col gap-1 pl-5 marker:text-muted marker:text-xs"
          >
            {lines.map((line) => (
              <li key={line}>
                <SlottedText text={line} />
              </li>
            ))}
          </ol>
        </DraftPart>
      ))}
    </div>
  )
}

/** Parameters as names and values, in two columns. */
export function ParameterList({ parameters }: { parameters: Readonly<Record<string, unknown>> }) {
  const t = useTranslations('reviews.parameters')
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
      {Object.entries(parameters).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-muted text-xs leading-6">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">
            {Array.isArray(value) && value.every((one) => typeof one === 'string') ? (
              <span className="flex flex-wrap gap-1 py-0.5">
                {value.map((word) => (
                  <Badge key={word}>{word}</Badge>
                ))}
              </span>
            ) : value === null || value === '' ? (
              <span className="text-muted">{t('none')}</span>
            ) : (
              <code className="font-mono">
                {value === '\t' ? '⇥' : typeof value === 'string' ? value : JSON.stringify(value)}
              </code>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A sentence with its slots set apart from its words. */
function SlottedText({ text }: { text: string }) {
  return text.split(/(\{[a-z]+\})/).map((part, at) =>
    /^\{[a-z]+\}$/.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same slot can stand twice, and parts never move
      <span key={at} className="rounded-xs bg-accent-soft px-0.5 text-accent-text">
        {part.slice(1, -1)}
      </span>
    ) : (
      part
    ),
  )
}
