import type { OutlineFormat, OutlineTree, ReadOutline } from '@/lib/taxonomy/outline/model'

type Format = {
  readOutline(text: string): ReadOutline
  writeOutline(fields: Iterable<OutlineTree>): Iterable<string>
}

const load: Record<OutlineFormat, () => Promise<Format>> = {
  text: async () => ({
    ...(await import('@/lib/taxonomy/outline/formats/text/read-outline')),
    ...(await import('@/lib/taxonomy/outline/formats/text/write-outline')),
  }),
  json: async () => ({
    ...(await import('@/lib/taxonomy/outline/formats/json/read-outline')),
    ...(await import('@/lib/taxonomy/outline/formats/json/write-outline')),
  }),
  yaml: async () => ({
    ...(await import('@/lib/taxonomy/outline/formats/yaml/read-outline')),
    ...(await import('@/lib/taxonomy/outline/formats/yaml/write-outline')),
  }),
  csv: async () => ({
    ...(await import('@/lib/taxonomy/outline/formats/csv/read-outline')),
    ...(await import('@/lib/taxonomy/outline/formats/csv/write-outline')),
  }),
}

/** How a tree is read from and written to a format; its library is loaded when it is needed. */
export function findFormat(format: OutlineFormat): Promise<Format> {
  return load[format]()
}
