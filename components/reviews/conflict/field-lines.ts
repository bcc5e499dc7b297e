import type { MergedField } from '@/components/reviews/conflict/merge-contents'
import { type ContentSection, contentSections, exampleLine } from '@/components/reviews/content-sections'
import type { Example } from '@/lib/artifacts/kinds/guideline/content'

/** The part of a content that a field belongs to, as the screens call it. */
export function sectionOf({ path: [part = '', inner = ''] }: Pick<MergedField, 'path'>): ContentSection {
  if (part === 'transform') return 'parameters'
  const both = `${part}${inner.slice(0, 1).toUpperCase()}${inner.slice(1)}`
  return contentSections.find((one) => one === both || one === part) ?? 'note'
}

/** Of a field within a part, such as one parameter: its name. */
export function nameWithin({ path }: Pick<MergedField, 'path'>): string {
  const names = path.filter((name) => !['parameters', 'labels', 'en', 'zh'].includes(name)).slice(1)
  return names.join(' · ')
}

/** One entry of a content as a line to read. */
export function lineOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === undefined) return ''
  if (isExample(value)) return exampleLine(value)
  if (isException(value)) return `#${value.ordinal} ${value.reason}`
  return JSON.stringify(value)
}

/** A field of any shape as lines. */
export function linesOfValue(value: unknown): string[] {
  if (value === undefined || value === null || value === '') return []
  return Array.isArray(value) ? value.map(lineOf) : [lineOf(value)]
}

/** What a content says in a field. */
export function valueAt(content: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (within, name) => (within as Record<string, unknown> | null | undefined)?.[name],
    content,
  )
}

function isExample(value: unknown): value is Example {
  return typeof value === 'object' && value !== null && 'ordinal' in value && 'start' in value
}

function isException(value: unknown): value is { ordinal: number; reason: string } {
  return typeof value === 'object' && value !== null && 'ordinal' in value && 'reason' in value
}
