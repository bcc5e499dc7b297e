'use client'

import { Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useSyncExternalStore } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuCheck } from '@/components/ui/menu'

type ChosenColumn = { id: string; label: string; optional?: boolean }

const listeners = new Set<() => void>()
const keyOf = (name: string) => `gloss-columns-${name}`

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Which columns of a table are shown; kept in this browser. */
export function useKeptColumns(name: string, columns: readonly ChosenColumn[]) {
  const kept = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(keyOf(name)) ?? '{}',
    () => '{}',
  )
  const visibility = useMemo(() => {
    const choice = parse(kept)
    return Object.fromEntries(columns.map(({ id, optional }) => [id, choice[id] ?? !optional]))
  }, [kept, columns])
  const show = (id: string, visible: boolean) => {
    localStorage.setItem(keyOf(name), JSON.stringify({ ...parse(kept), [id]: visible }))
    for (const listener of listeners) listener()
  }
  return { visibility, show }
}

/** The menu that chooses columns: put it at the end of the list's toolbar, with the table's `name` and `columns`. */
export function ColumnChoice({ name, columns }: { name: string; columns: readonly ChosenColumn[] }) {
  const t = useTranslations('ui.table')
  const { visibility, show } = useKeptColumns(name, columns)
  return (
    <Menu align="end" trigger={<IconButton icon={Columns3} label={t('columns')} size="sm" />}>
      {columns.slice(1).map((column) => (
        <MenuCheck
          key={column.id}
          checked={visibility[column.id] !== false}
          onChange={(checked) => show(column.id, checked)}
        >
          {column.label}
        </MenuCheck>
      ))}
    </Menu>
  )
}

function parse(kept: string): Record<string, boolean> {
  try {
    return JSON.parse(kept) as Record<string, boolean>
  } catch {
    return {}
  }
}
