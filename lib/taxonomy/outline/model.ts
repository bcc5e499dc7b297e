import { z } from 'zod'
import type { NodeLevel, NodeName } from '@/lib/artifacts/kinds/node/content'

export const outlineFormats = ['text', 'json', 'yaml', 'csv'] as const
export const outlineFormatSchema = z.enum(outlineFormats)
export type OutlineFormat = z.infer<typeof outlineFormatSchema>

/** How the file of a format ends. */
export const endingOf: Record<OutlineFormat, string> = { text: 'txt', json: 'json', yaml: 'yaml', csv: 'csv' }

/** The format of a file by the end of its name; what is not known is read as indented text. */
export function formatOfFile(fileName: string): OutlineFormat {
  const end = /\.(\w+)$/.exec(fileName.toLowerCase())?.[1] ?? ''
  if (end === 'yml') return 'yaml'
  return outlineFormats.find((format) => endingOf[format] === end) ?? 'text'
}

/** One node of a tree in a file: below the row `parent`, the fields below -1. A row comes after the one that it hangs below. */
export type OutlineRow = { parent: number; level: NodeLevel; name: NodeName; note: string; line: number }

export const outlineFaults = [
  'unreadable',
  'indent',
  'no-parent',
  'level',
  'no-name',
  'too-long',
  'name-not-a-line',
  'note-first',
  'no-columns',
  'shape',
  'empty',
  'too-many',
] as const
export const outlineFaultSchema = z.object({
  /** From 1; 0 where the whole file is meant. */
  line: z.number(),
  code: z.enum(outlineFaults),
  /** What stands there. */
  text: z.string(),
})
export type OutlineFault = z.infer<typeof outlineFaultSchema>

export type ReadOutline = { rows: OutlineRow[]; faults: OutlineFault[] }

/** A node with what hangs below it, as a file has it. */
export type OutlineTree = { level: NodeLevel; name: NodeName; note: string; nodes: OutlineTree[] }

export const MOST_NODES = 250_000
export const MOST_BYTES = 64 * 1024 * 1024
/** So many faults are worth telling at once. */
export const MOST_FAULTS = 50
