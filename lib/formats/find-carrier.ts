import { jsonByLabel } from '@/lib/formats/json-by-label/carrier'
import { jsonRecords } from '@/lib/formats/json-records/carrier'
import type { Carrier, CarrierName } from '@/lib/formats/model'

// Each carrier reads its own parameters; who holds one by name has parsed them with its schema.
const byName: Record<CarrierName, Carrier> = {
  'json-by-label': jsonByLabel as Carrier,
  'json-records': jsonRecords as Carrier,
}

/** A carrier by its name. */
export function findCarrier(name: CarrierName): Carrier {
  return byName[name]
}
