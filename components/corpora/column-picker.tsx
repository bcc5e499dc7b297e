'use client'

import { useTranslations } from 'next-intl'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { UploadSample } from '@/lib/corpora/schema'

type Table = NonNullable<UploadSample['table']>
type Role = Table['roles'][number]['role']
type Columns = Partial<Record<Role, string | number>>

type Props = {
  table: Table
  columns: Columns
  onColumns: (columns: Columns) => void
  /** What stands between several labels in one cell, where the format can be told. */
  separator?: { value: string; onChange: (separator: string) => void } | undefined
}

const NOTHING = '-'

/** The first rows of a table, and over each column what it is. */
export function ColumnPicker({ table, columns, onColumns, separator }: Props) {
  const t = useTranslations('corpora.columnPicker')
  const { names, rows, roles } = table
  const inUse: Columns = { ...table.columns, ...columns }
  const roleOf = (at: number) =>
    roles.find(({ role }) => inUse[role] === names[at] || inUse[role] === at + 1)?.role ?? NOTHING
  const missing = roles.filter(
    ({ role, isNeeded }) => isNeeded && !names.some((_, at) => roleOf(at) === role),
  )
  const choose = (at: number, role: Role | typeof NOTHING) => {
    const own = names.map((_, place) => (place === at ? role : roleOf(place)))
    const taken = own.map((one, place) => (place !== at && one === role ? NOTHING : one))
    onColumns(columnsOf(taken, names))
  }
  const options = [
    { value: NOTHING, label: t('nothing') },
    ...roles.map(({ role, isNeeded }) => ({
      value: role as string,
      label: isNeeded ? t('needed', { role: t(`roles.${role}`) }) : t(`roles.${role}`),
    })),
  ]
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t('title')}</h2>
      {missing.length > 0 && (
        <p role="status" className="text-waiting">
          {t('missing', { roles: missing.map(({ role }) => t(`roles.${role}`)).join(', ') })}
        </p>
      )}
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="border-collapse text-left text-xs">
          <thead>
            <tr className="align-top">
              {names.map((name, at) => (
                <th key={name} scope="col" className="min-w-28 border-line border-b px-2 py-1.5 font-medium">
                  <span className="block max-w-64 truncate pb-1">{name}</span>
                  <Select
                    size="sm"
                    label={t('column', { name })}
                    value={roleOf(at)}
                    onChange={(role) => choose(at, role as Role | typeof NOTHING)}
                    options={options}
                    className="w-full"
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a sample never move
              <tr key={row} className="align-top">
                {names.map((name, at) => (
                  <td key={name} className="hairline-b px-2 py-1 text-muted">
                    <span className="line-clamp-2 max-w-64 break-words">{cells[at]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {separator && roles.some(({ role }) => role === 'label') && (
        <div className="flex items-center gap-2 text-muted text-xs">
          {t('separator')}
          <Input
            aria-label={t('separator')}
            className="h-7 w-16 font-mono text-xs"
            maxLength={10}
            value={separator.value}
            onValueChange={separator.onChange}
          />
        </div>
      )}
    </section>
  )
}

/** Columns by name; by number where two have the same. */
function columnsOf(roles: readonly string[], names: readonly string[]): Columns {
  const entries = roles.flatMap((role, at) => {
    if (role === NOTHING) return []
    const name = names[at]!
    return [[role, names.indexOf(name) === names.lastIndexOf(name) ? name : at + 1] as const]
  })
  return Object.fromEntries(entries)
}
