'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { strategyInk } from '@/components/recipes/strategy-look'
import { useBothLanguages } from '@/components/reviews/use-title'
import { artifactAddress, useReleaseBook } from '@/components/synthesis/release-book'
import { TextLink } from '@/components/ui/text-link'
import type { Strategy } from '@/lib/synthesis/model'

type Props = {
  project: string
  release: number
  from: { strategy: Strategy; versionId: string } | null
  children: ReactNode
}

/** Lines with a coloured margin that says which approved version they come from, and leads to it. */
export function VersionMargin({ project, release, from, children }: Props) {
  const t = useTranslations('synthesis')
  const inWords = useBothLanguages()
  const item = useReleaseBook(project, release).get(from?.versionId ?? '')
  if (!from) return <div className="border-transparent border-l-2 pl-3">{children}</div>
  return (
    <div
      className="grid gap-x-3 border-l-2 pl-3 sm:grid-cols-[minmax(0,1fr)_max-content]"
      style={{ borderColor: strategyInk(from.strategy) }}
    >
      <div className="min-w-0">{children}</div>
      <span
        className="flex max-w-44 gap-1 font-sans text-xs max-sm:row-start-1"
        style={{ color: strategyInk(from.strategy) }}
      >
        {item ? (
          <>
            <TextLink
              quiet
              className="truncate"
              href={artifactAddress(project, item.artifactId)}
              title={inWords(item.title)}
            >
              {inWords(item.title)}
            </TextLink>
            {`v${item.versionNumber}`}
          </>
        ) : (
          t(`madeOf.${from.strategy}`)
        )}
      </span>
    </div>
  )
}
