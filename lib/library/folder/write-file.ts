import { stringify } from 'yaml'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { LibraryKind } from '@/lib/artifacts/model'
import { type ArtifactFile, LAYOUT } from '@/lib/library/folder/model'

/** One artifact as a file: equal artifacts have equal bytes, and a changed line of text is a changed line of the file. */
export function writeFile(
  kind: LibraryKind,
  { content, history, sources, ...file }: Omit<ArtifactFile, 'gloss'>,
): string {
  const { key, corpus, taskForm, rule, ...approved } = file
  return toYaml({
    gloss: `${kind}/${LAYOUT}`,
    ...{ key, corpus, taskForm, rule },
    content: inOrder(kind, content),
    ...approved,
    ...(history.length > 0 && { history }),
    ...(sources.length > 0 && { sources }),
  })
}

/** A content alone, as text to write in. */
export function writeContent(kind: LibraryKind, content: unknown): string {
  return toYaml(inOrder(kind, content))
}

function toYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })
}

/** The fields in the order in which the kind has them, whatever order they were stored in; nothing is added or left out. */
function inOrder(kind: LibraryKind, content: unknown): unknown {
  const read = findKind(kind).content.safeParse(content)
  return read.success ? orderLike(content, read.data) : content
}

function orderLike(value: unknown, model: unknown): unknown {
  if (Array.isArray(value))
    return value.map((one, at) => orderLike(one, Array.isArray(model) ? model[at] : undefined))
  if (typeof value !== 'object' || value === null) return value
  const given = value as Record<string, unknown>
  const like = (typeof model === 'object' && model !== null ? model : {}) as Record<string, unknown>
  const keys = new Set([
    ...Object.keys(like).filter((key) => Object.hasOwn(given, key)),
    ...Object.keys(given).toSorted(),
  ])
  return Object.fromEntries([...keys].map((key) => [key, orderLike(given[key], like[key])]))
}
