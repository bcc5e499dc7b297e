import { type FileMetaData, parquetSchema } from 'hyparquet'
import type { FeatureOptions } from '@/lib/corpora/formats/model'
import { classesIn, type Options } from '@/lib/corpora/formats/parquet/schema'
import { type Features, recogniseFeatures } from '@/lib/corpora/formats/recognise-features'

/** The columns of a table and what its own description says of them. */
export type Table = Features & { names: string[]; classes: FeatureOptions['classes'] }

export function describeTable(metadata: FileMetaData): Table {
  const columns = parquetSchema(metadata).children
  const names = columns.map(({ element }) => element.name)
  const lists = columns.filter(
    ({ children, element }) => children.length > 0 || element.repetition_type === 'REPEATED',
  )
  const described = metadata.key_value_metadata?.find(({ key }) => key === 'huggingface')?.value
  const found = recogniseFeatures(names, new Set(lists.map(({ element }) => element.name)))
  return { ...found, names, classes: classesIn(described) }
}

/** What a person said, over what the table says. */
export function optionsFor(table: Table, options: Options): Options {
  return {
    columns: { ...table.columns, ...options.columns },
    classes: { ...table.classes, ...options.classes },
  }
}
