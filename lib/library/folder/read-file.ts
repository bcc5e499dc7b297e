import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { findKind } from '@/lib/artifacts/kinds/find-kind'
import type { Content, LibraryKind } from '@/lib/artifacts/model'
import {
  type ArtifactFile,
  artifactFileSchema,
  type FoundFault,
  kindOf,
  LAYOUT,
  MOST_FILE_BYTES,
} from '@/lib/library/folder/model'
import { contentHash } from '@/lib/platform/hash'

export type ReadFile = {
  kind: LibraryKind
  file: ArtifactFile
  content: Content
  lineOf(path: string): number
}
export type Reading<Found> = { found: Found } | { faults: FoundFault[] }

/** An artifact from the text of its file. Data only: no tags, no aliases, no second document. */
export function readFile(text: string): Reading<ReadFile> {
  if (Buffer.byteLength(text) > MOST_FILE_BYTES)
    return fault('too-large', 1, `A file of a library has at most ${MOST_FILE_BYTES / 1e6} MB.`)
  const yaml = readYaml(text)
  if ('faults' in yaml) return yaml
  const { value, lineOf } = yaml.found
  const gloss = typeof value === 'object' && value !== null && 'gloss' in value ? String(value.gloss) : ''
  const kind = kindOf(gloss)
  if (!kind)
    return fault(
      'kind-unknown',
      lineOf('gloss'),
      `“gloss: ${gloss}” names no kind of this layout (${LAYOUT}).`,
    )
  const file = artifactFileSchema.safeParse(value)
  if (!file.success) return { faults: faultsOf('shape', file.error, lineOf) }
  const content = findKind(kind).content.safeParse(file.data.content)
  if (!content.success)
    return { faults: faultsOf('content', content.error, (path) => lineOf(`content.${path}`)) }
  if (file.data.hash !== undefined && file.data.hash !== contentHash(file.data.content))
    return fault(
      'hash-differs',
      lineOf('hash'),
      'The content is not what its hash says. Where a person changed it, take the hash out.',
    )
  return { found: { kind, file: file.data, content: content.data, lineOf } }
}

/** A content from the text that a person wrote in. */
export function readContent<Kind extends LibraryKind>(kind: Kind, text: string): Reading<Content> {
  const yaml = readYaml(text)
  if ('faults' in yaml) return yaml
  const { value, lineOf } = yaml.found
  const content = findKind(kind).content.safeParse(value)
  return content.success ? { found: content.data } : { faults: faultsOf('content', content.error, lineOf) }
}

const fault = (code: FoundFault['code'], line: number, message: string) => ({
  faults: [{ code, line, message }],
})

function readYaml(text: string): Reading<{ value: unknown; lineOf(path: string): number }> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    code: 'yaml' as const,
    line: lines.linePos(pos[0]).line,
    message,
  }))
  if (faults.length > 0) return { faults }
  try {
    const value: unknown = document.toJS({ maxAliasCount: 0 })
    return { found: { value, lineOf: (path) => lineIn(document, lines, path) } }
  } catch (error) {
    return fault('yaml', 1, (error as Error).message)
  }
}

/** The line of the place that a path leads to, or of the nearest place before it that is there. */
function lineIn(document: Document, lines: LineCounter, path: string): number {
  const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  for (let length = steps.length; length > 0; length--) {
    const node = document.getIn(steps.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

function faultsOf(
  code: 'shape' | 'content',
  error: z.ZodError,
  lineOf: (path: string) => number,
): FoundFault[] {
  return error.issues.slice(0, 20).map(({ path, message }) => ({
    code,
    line: lineOf(path.join('.')),
    message: `${path.join('.')}: ${message}`,
  }))
}
