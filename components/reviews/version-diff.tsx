'use client'

import { useTranslations } from 'next-intl'
import { type Change, changesBetween } from '@/components/reviews/word-diff'
import type { SomeContent } from '@/lib/artifacts/model'

/** What changed between two versions, word by word: gone words struck out, new ones underlined, both said aloud. */
export default function VersionDiff({ before, after }: { before: SomeContent; after: SomeContent }) {
  const t = useTranslations('reviews')
  const sections = changesBetween(before, after)
  if (sections.length === 0) return <p className="text-muted">{t('history.noChange')}</p>
  return (
    <dl className="flex flex-col gap-1">
      {sections.map(({ section, lines }) => (
        <div key={section}>
          <dt className="text-muted text-xs">{t(`sections.${section}`)}</dt>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a comparison have no other name
            <dd key={index} className="whitespace-pre-wrap">
              {line.map((change, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its words
                <ChangedWords key={at} change={change} />
              ))}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

/** Gone words struck out, new ones underlined. */
export function ChangedWords({ change: { kind, text } }: { change: Change }) {
  if (kind === 'added')
    return (
      <ins className="rounded-xs bg-approved-soft text-approved decoration-1 underline-offset-2">{text}</ins>
    )
  if (kind === 'removed')
    return <del className="rounded-xs bg-rejected-soft text-rejected decoration-1">{text}</del>
  return text
}
