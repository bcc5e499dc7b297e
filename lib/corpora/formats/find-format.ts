import { ace } from '@/lib/corpora/formats/ace/format'
import { alpaca } from '@/lib/corpora/formats/alpaca/format'
import { brat } from '@/lib/corpora/formats/brat/format'
import { carb } from '@/lib/corpora/formats/carb/format'
import { chat } from '@/lib/corpora/formats/chat/format'
import { conll } from '@/lib/corpora/formats/conll/format'
import { csv } from '@/lib/corpora/formats/csv/format'
import { doccano } from '@/lib/corpora/formats/doccano/format'
import { fewrel } from '@/lib/corpora/formats/fewrel/format'
import { hfJson } from '@/lib/corpora/formats/hf-json/format'
import { iepile } from '@/lib/corpora/formats/iepile/format'
import { labelStudio } from '@/lib/corpora/formats/label-studio/format'
import { mapping } from '@/lib/corpora/formats/mapping/format'
import type { ImportFormatDefinition } from '@/lib/corpora/formats/model'
import { nlu } from '@/lib/corpora/formats/nlu/format'
import { parquet } from '@/lib/corpora/formats/parquet/format'
import { phee } from '@/lib/corpora/formats/phee/format'
import { prodigy } from '@/lib/corpora/formats/prodigy/format'
import { sharegpt } from '@/lib/corpora/formats/sharegpt/format'
import { spacy } from '@/lib/corpora/formats/spacy/format'
import { squad } from '@/lib/corpora/formats/squad/format'
import type { ImportFormat } from '@/lib/corpora/model'

// Each format reads its own options; who reads with one has parsed them with its schema.
const byName: Record<ImportFormat, ImportFormatDefinition> = {
  conll: conll as ImportFormatDefinition,
  carb: carb as ImportFormatDefinition,
  brat: brat as ImportFormatDefinition,
  parquet: parquet as ImportFormatDefinition,
  csv: csv as ImportFormatDefinition,
  prodigy: prodigy as ImportFormatDefinition,
  doccano: doccano as ImportFormatDefinition,
  squad: squad as ImportFormatDefinition,
  alpaca: alpaca as ImportFormatDefinition,
  sharegpt: sharegpt as ImportFormatDefinition,
  chat: chat as ImportFormatDefinition,
  'label-studio': labelStudio as ImportFormatDefinition,
  'hf-json': hfJson as ImportFormatDefinition,
  spacy: spacy as ImportFormatDefinition,
  nlu: nlu as ImportFormatDefinition,
  phee: phee as ImportFormatDefinition,
  fewrel: fewrel as ImportFormatDefinition,
  ace: ace as ImportFormatDefinition,
  iepile: iepile as ImportFormatDefinition,
  mapping: mapping as ImportFormatDefinition,
}

/** An import format by its name. */
export function findFormat(name: ImportFormat): ImportFormatDefinition {
  return byName[name]
}
