import { conll } from '@/lib/corpora/formats/conll/format'
import { csv } from '@/lib/corpora/formats/csv/format'
import { jsonlSpans } from '@/lib/corpora/formats/jsonl-spans/format'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import type { ImportFormat } from '@/lib/corpora/model'

// Each format reads its own options; who reads with one has parsed them with its schema.
const byName: Record<ImportFormat, ImportFormatDefinition> = {
  conll: conll as ImportFormatDefinition,
  csv: csv as ImportFormatDefinition,
  'jsonl-spans': jsonlSpans as ImportFormatDefinition,
}

/** An import format by its name. */
export function findFormat(name: ImportFormat): ImportFormatDefinition {
  return byName[name]
}
