import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { type ImportFormat, importFormats } from '@/lib/corpora/model'

// A format is loaded with its parsers when a file of it is read. Each reads its own options; who reads with one has parsed them with
// its schema.
const loaders: Record<ImportFormat, () => Promise<{ name: ImportFormat }>> = {
  conll: async () => (await import('@/lib/corpora/formats/conll/format')).conll,
  carb: async () => (await import('@/lib/corpora/formats/carb/format')).carb,
  brat: async () => (await import('@/lib/corpora/formats/brat/format')).brat,
  pubtator: async () => (await import('@/lib/corpora/formats/pubtator/format')).pubtator,
  parquet: async () => (await import('@/lib/corpora/formats/parquet/format')).parquet,
  csv: async () => (await import('@/lib/corpora/formats/csv/format')).csv,
  prodigy: async () => (await import('@/lib/corpora/formats/prodigy/format')).prodigy,
  doccano: async () => (await import('@/lib/corpora/formats/doccano/format')).doccano,
  squad: async () => (await import('@/lib/corpora/formats/squad/format')).squad,
  alpaca: async () => (await import('@/lib/corpora/formats/alpaca/format')).alpaca,
  sharegpt: async () => (await import('@/lib/corpora/formats/sharegpt/format')).sharegpt,
  chat: async () => (await import('@/lib/corpora/formats/chat/format')).chat,
  'label-studio': async () => (await import('@/lib/corpora/formats/label-studio/format')).labelStudio,
  'hf-json': async () => (await import('@/lib/corpora/formats/hf-json/format')).hfJson,
  spacy: async () => (await import('@/lib/corpora/formats/spacy/format')).spacy,
  nlu: async () => (await import('@/lib/corpora/formats/nlu/format')).nlu,
  phee: async () => (await import('@/lib/corpora/formats/phee/format')).phee,
  fewrel: async () => (await import('@/lib/corpora/formats/fewrel/format')).fewrel,
  ace: async () => (await import('@/lib/corpora/formats/ace/format')).ace,
  iepile: async () => (await import('@/lib/corpora/formats/iepile/format')).iepile,
  mapping: async () => (await import('@/lib/corpora/formats/mapping/format')).mapping,
}

/** An import format by its name. */
export async function findFormat(name: ImportFormat): Promise<ImportFormatDefinition> {
  return (await loaders[name]()) as ImportFormatDefinition
}

/** All of them, for files of which nobody knows the format yet. */
export async function everyFormat(): Promise<Record<ImportFormat, ImportFormatDefinition>> {
  const loaded = importFormats.map(async (name) => [name, await findFormat(name)] as const)
  return Object.fromEntries(await Promise.all(loaded)) as Record<ImportFormat, ImportFormatDefinition>
}
