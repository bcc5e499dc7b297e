'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { VersionLinks } from '@/components/reviews/adjudication/version-links'
import { GoldMark } from '@/components/reviews/gold/gold-mark'
import VersionDiff from '@/components/reviews/version-diff'
import { CopyButton } from '@/components/ui/copy-button'
import { Select } from '@/components/ui/select'
import { StatusBadge } from '@/components/ui/status-badge'
import { TimeAgo } from '@/components/ui/time-ago'
import type { VersionView } from '@/lib/artifacts/schema'
import type { ArtifactView } from '@/lib/library/schema'

const SETTLED = ['approved', 'rejected', 'superseded']

type Sources = ArtifactView['sources']

/** Versions, newest first, each with what changed from the one it grew from; any two can be compared. */
export function VersionList({ versions, sources }: { versions: VersionView[]; sources: Sources }) {
  return (
    <div className="flex flex-col gap-6">
      {versions.length > 1 && <AnyTwo versions={versions} />}
      <ol className="flex flex-col gap-5">
        {versions.map((version) => (
          <OneVersion
            key={version.id}
            version={version}
            sources={sources.filter(({ versionId }) => versionId === version.id)}
            parent={versions.find((one) => one.id === version.parentId)}
          />
        ))}
      </ol>
    </div>
  )
}

function AnyTwo({ versions }: { versions: VersionView[] }) {
  const t = useTranslations('library.compare')
  const [pair, setPair] = useState({ from: versions.at(-1)!.id, to: versions[0]!.id })
  const find = (id: string) => versions.find((version) => version.id === id) ?? versions[0]!
  const options = versions.map(({ id, number }) => ({ value: id, label: t('version', { number }) }))
  return (
    <section className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      <div className="flex flex-wrap items-center gap-2">
        <Select
          size="sm"
          label={t('from')}
          value={pair.from}
          onChange={(from) => setPair({ ...pair, from })}
          options={options}
        />
        <span aria-hidden className="text-muted">
          →
        </span>
        <Select
          size="sm"
          label={t('to')}
          value={pair.to}
          onChange={(to) => setPair({ ...pair, to })}
          options={options}
        />
      </div>
      <VersionDiff before={find(pair.from)} after={find(pair.to)} />
    </section>
  )
}

type OneProps = { version: VersionView; parent: VersionView | undefined; sources: Sources }

function OneVersion({ version, parent, sources }: OneProps) {
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
      {sources.map(({ how, hash, named }) => (
        <p key={hash} className="text-muted text-xs">
          {t(`sources.${how}`, {
            project: named.project ?? '',
            key: named.key ?? '',
            version: named.version ?? '',
            file: named.file ?? '',
          })}{' '}
          <code className="font-mono">{hash.slice(0, 12)}</code>
        </p>
      ))}
      <VersionLinks version={version.id} />
      {SETTLED.includes(version.state) && <GoldMark version={version.id} kind={version.kind} />}
      {parent && <VersionDiff before={parent} after={version} />}
    </li>
  )
}
