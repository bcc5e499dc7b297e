'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { nodeQuery } from '@/components/taxonomy/taxonomy.query'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { ErrorState } from '@/components/ui/error-state'
import { Skeleton } from '@/components/ui/skeleton'
import { TextLink } from '@/components/ui/text-link'
import type { NodeView } from '@/lib/taxonomy/schema'

/** What people judge a node by: where it hangs, what stands beside it, what hangs below. */
export function NodeSurroundings({ project, node }: { project: string; node: string }) {
  const t = useTranslations('taxonomy.around')
  const { data, error, refetch } = useQuery(nodeQuery(project, node))
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton className="m-4 h-24" />
  const { above, siblings, children } = data
  return (
    <div className="flex flex-col gap-4 p-4 text-sm">
      <Part title={t('above')}>
        {above.length === 0 ? (
          <p className="text-muted">{t('top')}</p>
        ) : (
          <Names {...{ project }} nodes={above} />
        )}
      </Part>
      <Part title={t('siblings')}>
        {siblings.length === 0 ? (
          <p className="text-muted">{t('noSiblings')}</p>
        ) : (
          <Names {...{ project }} nodes={siblings} />
        )}
      </Part>
      <Part title={t('children')}>
        {children.length === 0 ? (
          <p className="text-muted">{t('noChildren')}</p>
        ) : (
          <Names {...{ project }} nodes={children} />
        )}
        {data.node.children > children.length && (
          <p className="text-muted text-xs">{t('more', { count: data.node.children - children.length })}</p>
        )}
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-1">
      <h3 className="font-medium text-muted text-xs">{title}</h3>
      {children}
    </section>
  )
}

function Names({ project, nodes }: { project: string; nodes: readonly NodeView[] }) {
  const t = useTranslations('taxonomy')
  const nameOf = useNodeName()
  return (
    <ul className="flex flex-col gap-1.5">
      {nodes.map(({ id, name, level, state }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-2">
          <TextLink quiet href={`/p/${project}/taxonomy?node=${id}`}>
            {nameOf(name)}
          </TextLink>
          <span className="text-muted text-xs">
            {t(`levels.${level}`)} · {t(`states.${state}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
