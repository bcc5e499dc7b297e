'use client'

import { useTranslations } from 'next-intl'
import type { Way } from '@/components/corpora/pick-path'
import { cn } from '@/components/ui/cn'

type Props = {
  value: unknown
  /** What a choice is for, in words; nothing can be chosen without. */
  target: string | null
  onPick: (way: Way) => void
}

const MOST_ITEMS = 5

/** A record as a tree: keys, places and values. Each line can be chosen for the field that is being filled. */
export function RecordTree({ value, target, onPick }: Props) {
  return (
    <ul className="font-mono text-xs leading-6">
      <Branches value={value} way={[]} target={target} onPick={onPick} />
    </ul>
  )
}

function Branches({ value, way, ...rest }: Props & { way: Way }) {
  const t = useTranslations('corpora.mapping')
  const isList = Array.isArray(value)
  const entries = isList ? value.map((one, at) => [at, one] as const) : Object.entries(value as object)
  const shown = isList ? entries.slice(0, MOST_ITEMS) : entries
  return (
    <>
      {shown.map(([key, inner]) => (
        <Branch key={key} value={inner} way={[...way, key]} {...rest} />
      ))}
      {shown.length < entries.length && (
        <li className="pl-1 text-muted">{t('more', { count: entries.length - shown.length })}</li>
      )}
    </>
  )
}

function Branch({ value, way, target, onPick }: Props & { way: Way }) {
  const t = useTranslations('corpora.mapping')
  const key = way.at(-1)!
  const isOpen = typeof value === 'object' && value !== null
  const name = typeof key === 'number' ? `[${key}]` : key
  return (
    <li>
      <button
        type="button"
        disabled={target === null}
        title={target === null ? undefined : t('choose', { field: target })}
        onClick={() => onPick(way)}
        className={cn(
          'flex w-full min-w-0 gap-2 rounded-sm px-1 text-left',
          target !== null && 'hover:bg-accent-soft focus-visible:bg-accent-soft',
        )}
      >
        <span className="shrink-0 text-accent-text">{name}</span>
        {isOpen ? (
          <span className="text-muted">{Array.isArray(value) ? `[ ${value.length} ]` : '{ }'}</span>
        ) : (
          <span className="truncate">{JSON.stringify(value)}</span>
        )}
      </button>
      {isOpen && (
        <ul className="ml-2 border-line border-l pl-2">
          <Branches value={value} way={way} target={target} onPick={onPick} />
        </ul>
      )}
    </li>
  )
}
