'use client'

import { useTranslations } from 'next-intl'
import VersionDiff from '@/components/reviews/version-diff'
import { CopyButton } from '@/components/ui/copy-button'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { VersionView } from '@/lib/artifacts/schema'

/** Versions, newest first, each with what changed from the one it grew from. */
export function VersionList({ versions }: { versions: VersionView[] }) {
  return (
    <ol className="flex flex-col gap-5">
      {versions.map((version) => (
        <OneVersion
          key={version.id}
          version={version}
          parent={versions.find((one) => one.id === version.parentId)}
        />
      ))}
    </ol>
  )
}

function OneVersion({ version, parent }: { version: VersionView; parent: VersionView | undefined }) {
  const t = useTranslations('library.item')
  const authors = useTranslations('library.item.authors')
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{`v${version.number}`}</span>
        <StatusBadge status={version.state} />
        <span className="text-muted">
          {version.authorKind === 'person'
            ? version.author
            : authors(version.blind ? 'blind' : version.authorKind)}{' '}
          <TimeAgo at={version.createdAt} />
        </span>
      </div>
      <div className="flex items-center gap-1 text-muted text-xs">
        <span>{t('hash')}</span>
        <code className="font-mono">{version.contentHash.slice(0, 12)}</code>
        <CopyButton text={version.contentHash} />
        {parent && <span>{t('from', { number: parent.number })}</span>}
      </div>
      {parent && <VersionDiff before={parent} after={version} />}
    </li>
  )
}
