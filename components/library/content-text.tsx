'use client'

import { useTranslations } from 'next-intl'
import { GuidelineText } from '@/components/library/guideline-text'
import { sectionsOf } from '@/components/reviews/content-sections'
import type { SomeContent } from '@/lib/artifacts/model'

/** A content of any kind as text to read. */
export function ContentText({ of }: { of: SomeContent }) {
  const t = useTranslations('reviews.sections')
  if (of.kind === 'guideline') return <GuidelineText content={of.content} />
  return (
    <div className="reading flex max-w-prose flex-col gap-4">
      {sectionsOf(of).map(
        ({ section, lines, language }) =>
          lines.length > 0 && (
            <section key={section} lang={language} className="flex flex-col gap-1">
              <h3 className="font-medium text-muted text-xs">{t(section)}</h3>
              {section === 'gold' ? (
                <pre className="overflow-x-auto font-mono text-xs">{lines.join('\n')}</pre>
              ) : (
                <ul className={lines.length > 1 ? 'list-disc pl-5 marker:text-muted' : undefined}>
                  {lines.map((line) => (
                    <li key={line} className="whitespace-pre-wrap">
                      {line}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ),
      )}
    </div>
  )
}
