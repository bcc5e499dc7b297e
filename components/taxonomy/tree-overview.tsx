'use client'

import dynamic from 'next/dynamic'
import { useFormatter, useTranslations } from 'next-intl'
import { useNodeName } from '@/components/taxonomy/use-node-name'
import { Button } from '@/components/ui/button'
import type { TreeFilter } from '@/lib/taxonomy/model'
import type { TaxonomyView } from '@/lib/taxonomy/schema'

const HEIGHT = 300
const TreeMix = dynamic(() => import('@/components/taxonomy/tree-mix'), {
  ssr: false,
  loading: () => <div aria-hidden className="animate-pulse rounded-md bg-hover" style={{ height: HEIGHT }} />,
})

// Fields in their order take these in turn; the first six stay furthest apart.
const HUES = [9, 3, 5, 7, 11, 12, 1, 4, 6, 8, 10, 2]

type Props = {
  data: TaxonomyView
  onFilter: (filter: TreeFilter) => void
  onField: (id: string) => void
}

/** The tree as a whole: its numbers, and its mix as a picture with the same as a table. */
export function TreeOverview({ data, onFilter, onField }: Props) {
  const t = useTranslations('taxonomy')
  const format = useFormatter()
  const nameOf = useNodeName()
  const { total, groups } = data
  const counted = [
    ['waiting', total.waiting],
    ['disputed', total.disputed],
    ['kept', total.kept],
    ['removed', total.removed],
  ] as const
  const shown = groups.filter(({ state }) => state !== 'removed')
  const all = shown.reduce((sum, { nodes }) => sum + nodes + 1, 0)
  const mix = shown.map(({ id, name, parts, nodes }, at) => {
    const hue = HUES[at % HUES.length]!
    const said = (count: number) => t('counts.nodes', { count })
    const drawn = parts.filter(({ state }) => state !== 'removed')
    const rest = nodes - drawn.reduce((sum, part) => sum + part.nodes + 1, 0)
    const children = drawn.map((part) => ({
      ...{ id: part.id, name: nameOf(part.name), size: part.nodes + 1, said: said(part.nodes + 1), hue },
    }))
    const others = { id: `${id} rest`, name: t('mix.rest'), size: rest, said: said(rest), hue }
    return {
      ...{ id, name: nameOf(name), hue },
      children:
        children.length === 0 || rest > 0 ? [...children, { ...others, size: Math.max(1, rest) }] : children,
    }
  })
  return (
    <div className="flex flex-col gap-4 p-4">
      <section aria-label={t('whole')} className="flex flex-col gap-1">
        <h2 className="font-medium text-muted text-xs">{t('whole')}</h2>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-semibold text-base tabular-nums">
            {t('counts.nodes', { count: total.nodes })}
          </span>
          <span className="text-muted">{t('counts.used', { count: total.used })}</span>
        </p>
        <p className="flex flex-wrap gap-1">
          {counted.map(([state, count]) => (
            <Button key={state} size="sm" variant="quiet" onClick={() => onFilter(state)}>
              {t(`states.${state}`)} <span className="tabular-nums">{format.number(count)}</span>
            </Button>
          ))}
        </p>
      </section>
      <section aria-label={t('mix.title')} className="flex flex-col gap-2">
        <h2 className="font-medium text-muted text-xs">{t('mix.title')}</h2>
        <div role="img" aria-label={t('mix.picture')} className="[&_*]:outline-none">
          <TreeMix groups={mix} height={HEIGHT} />
        </div>
        <ul className="flex flex-col">
          {shown.map(({ id, name, nodes, used }, at) => (
            <li key={id} className="hairline-b flex items-center gap-2 py-1">
              <span
                aria-hidden
                className="size-3 shrink-0 rounded-xs border"
                style={{
                  background: `var(--hue-${HUES[at % HUES.length]}-tint)`,
                  borderColor: `var(--hue-${HUES[at % HUES.length]}-ink)`,
                }}
              />
              <button
                type="button"
                className="min-w-0 flex-1 truncate rounded-xs text-left hover:underline"
                onClick={() => onField(id)}
              >
                {nameOf(name)}
              </button>
              <span className="text-muted text-xs tabular-nums">{t('counts.used', { count: used })}</span>
              <span className="w-12 text-right text-muted text-xs tabular-nums">
                {format.number(nodes + 1)}
              </span>
              <span className="w-12 text-right text-muted text-xs tabular-nums">
                {format.number((nodes + 1) / Math.max(1, all), {
                  style: 'percent',
                  maximumFractionDigits: 1,
                })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
