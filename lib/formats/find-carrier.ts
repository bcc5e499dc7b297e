import { csv } from '@/lib/formats/csv/carrier'
import { jsonByLabel } from '@/lib/formats/json-by-label/carrier'
import { jsonRecords } from '@/lib/formats/json-records/carrier'
import { markdownList } from '@/lib/formats/markdown-list/carrier'
import { markdownTable } from '@/lib/formats/markdown-table/carrier'
import type { Carrier, CarrierName } from '@/lib/formats/model'
import { sentences } from '@/lib/formats/sentences/carrier'
import { taggedText } from '@/lib/formats/tagged-text/carrier'
import { tuples } from '@/lib/formats/tuples/carrier'
import { xml } from '@/lib/formats/xml/carrier'
import { yaml } from '@/lib/formats/yaml/carrier'

// Each carrier reads its own parameters; who holds one by name has parsed them with its schema.
const byName: Record<CarrierName, Carrier> = {
  'json-by-label': jsonByLabel as Carrier,
  'json-records': jsonRecords as Carrier,
  'markdown-table': markdownTable as Carrier,
  'markdown-list': markdownList as Carrier,
  tuples: tuples as Carrier,
  'tagged-text': taggedText as Carrier,
  sentences: sentences as Carrier,
  xml: xml as Carrier,
  yaml: yaml as Carrier,
  csv: csv as Carrier,
}

/** A carrier by its name. */
export function findCarrier(name: CarrierName): Carrier {
  return byName[name]
}
