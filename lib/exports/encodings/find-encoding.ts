import { openRecords as openCsv } from '@/lib/exports/encodings/csv/open-records'
import { readRecords as readCsv } from '@/lib/exports/encodings/csv/read-records'
import { openRecords as openJson } from '@/lib/exports/encodings/json/open-records'
import { readRecords as readJson } from '@/lib/exports/encodings/json/read-records'
import { openRecords as openJsonl } from '@/lib/exports/encodings/jsonl/open-records'
import { readRecords as readJsonl } from '@/lib/exports/encodings/jsonl/read-records'
import type { EncodingDefinition } from '@/lib/exports/encodings/model'
import { openRecords as openParquet } from '@/lib/exports/encodings/parquet/open-records'
import { readRecords as readParquet } from '@/lib/exports/encodings/parquet/read-records'
import type { Encoding } from '@/lib/exports/formats/model'

const byName: Record<Encoding, EncodingDefinition> = {
  jsonl: { name: 'jsonl', openRecords: openJsonl, readRecords: readJsonl },
  json: { name: 'json', openRecords: openJson, readRecords: readJson },
  csv: { name: 'csv', openRecords: openCsv, readRecords: readCsv },
  parquet: { name: 'parquet', openRecords: openParquet, readRecords: readParquet },
}

/** An encoding of files of records by its name. */
export function findEncoding(name: Encoding): EncodingDefinition {
  return byName[name]
}
