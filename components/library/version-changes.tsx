'use client'

import { useTranslations } from 'next-intl'
import { changesBetween } from '@/components/reviews/word-diff'
import type { GuidelineContent } from '@/lib/artifacts/kinds/guideline/content'

const LOOKS = {
  same: '',
  added: 'bg-approved-soft text-approved no-underline',
  removed: 'bg-rejected-soft text-rejected line-through',
}

/** What one version changed of the one before, word by word. */
export function VersionChanges({ before, after }: { before: GuidelineContent; after: GuidelineContent }) {
  const t = useTranslations('library.item')
  return (
    <div lang={after.language} className="flex flex-col gap-2 rounded-md bg-sunken px-3 py-2">
      {changesBetween(before, after).map(({ section, lines }) => (
        <section key={section} className="flex flex-col gap-0.5">
          <h4 className="text-muted text-xs">{t(section)}</h4>
          {lines.map((changes, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished comparison never move
            <p key={line}>
              {changes.map(({ kind, text }, part) => {
                const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a finished comparison never move
                  <Tag key={part} className={LOOKS[kind]}>
                    {text}
                  </Tag>
                )
              })}
            </p>
          ))}
        </section>
      ))}
    </div>
  )
}
