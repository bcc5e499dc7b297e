import { carryAnswer } from '@/lib/formats/json-by-label/carry-answer'
import { parseAnswer } from '@/lib/formats/json-by-label/parse-answer'
import { renderAnswer } from '@/lib/formats/json-by-label/render-answer'
import { wording } from '@/lib/formats/json-by-label/wording'
import type { Carrier, CarrierName } from '@/lib/formats/model'

const byName: Record<CarrierName, Carrier> = {
  'json-by-label': {
    name: 'json-by-label',
    canCarry: carryAnswer,
    render: renderAnswer,
    parse: parseAnswer,
    wording,
  },
}

/** A carrier by its name. */
export function findCarrier(name: CarrierName): Carrier {
  return byName[name]
}
