'use client'

import { useQueries } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ArtifactTitle } from '@/components/library/artifact-title'
import { comparedSections } from '@/components/library/compared-sections'
import { ContentText } from '@/components/library/content-text'
import { artifactQuery } from '@/components/library/library.query'
import { ChangedWords } from '@/components/reviews/version-diff'
import { ErrorState } from '@/components/ui/error-state'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusBadge } from '@/components/ui/status-badge'
import type { VersionView } from '@/lib/artifacts/schema'
import type { ArtifactView } from '@/lib/library/schema'

type Props = { project: string; pair: readonly [string, string]; deeds?: ReactNode; onClose: () => void }

/** Two things of the library side by side: what only the left says is struck out, what only the right says is underlined. */
export function ComparePane({ project, pair, deeds, onClose }: Props) {
  const t = useTranslations('library.compare')
  const [left, right] = useQueries({ queries: pair.map((id) => artifactQuery(project, id)) })
  const error = left?.error ?? right?.error
  const both = left?.data && right?.data ? ([left.data, right.data] as const) : null
  return (
    <section aria-label={t('title')} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto">
      <header className="hairline-b flex flex-wrap items-center gap-2 py-1.5 pr-2 pl-4">
        <h2 className="flex-1 font-medium">{t('title')}</h2>
        {deeds}
        <IconButton icon={X} label={t('close')} size="sm" onClick={onClose} />
      </header>
      {error && <ErrorState error={error} retry={() => Promise.all([left?.refetch(), right?.refetch()])} />}
      {!both && !error && <Skeleton className="m-4 h-40" />}
      {both && <Sides both={both} />}
    </section>
  )
}

function Sides({ both }: { both: readonly [ArtifactView, ArtifactView] }) {
  const t = useTranslations('reviews.sections')
  const [before, after] = both.map(shownVersion)
  if (!before || !after) return null
  return (
    <div className="grid gap-x-8 px-4 pb-10 md:grid-cols-2">
      {both.map((one) => (
        <SideHead key={one.item.artifactId} {...one} />
      ))}
      {before.kind === after.kind
        ? comparedSections(before, after).map(({ section, language, before: gone, after: come }) => (
            <div
              key={section}
              className="col-span-full grid gap-x-8 border-line border-t py-3 md:grid-cols-2"
            >
              <h3 className="col-span-full pb-1 text-muted text-xs">{t(section)}</h3>
              {[gone, come].map((lines, side) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: left and right
                <div key={side} lang={language} className="reading flex min-w-0 flex-col gap-1 max-md:pb-2">
                  {lines.map((line, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a comparison have no other name
                    <p key={at} className="whitespace-pre-wrap">
                      {line.map((change, word) => (
                        // biome-ignore lint/suspicious/noArrayIndexKey: nor have its words
                        <ChangedWords key={word} change={change} />
                      ))}
                    </p>
                  ))}
                </div>
              ))}
            </div>
          ))
        : [before, after].map((version) => <ContentText key={version.id} of={version} />)}
    </div>
  )
}

function SideHead({ item, ...one }: ArtifactView) {
  const version = shownVersion({ item, ...one })
  return (
    <div className="flex flex-wrap items-center gap-2 py-3">
      <span className="min-w-0 font-medium">
        <ArtifactTitle item={item} />
      </span>
      {version && <StatusBadge status={version.state} />}
      <span className="text-muted text-xs">
        {[item.corpusName, version && `v${version.number}`, item.decidedBy].filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}

/** What is approved, else the newest. */
function shownVersion({ item, versions }: ArtifactView): VersionView | undefined {
  return versions.find(({ id }) => id === item.versionId) ?? versions[0]
}
