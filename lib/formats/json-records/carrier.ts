import { carryAnswer } from '@/lib/formats/json-records/carry-answer'
import { parseAnswer } from '@/lib/formats/json-records/parse-answer'
import { renderAnswer } from '@/lib/formats/json-records/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/json-records/schema'
import { wording } from '@/lib/formats/json-records/wording'
import type { Carrier } from '@/lib/formats/model'

export const jsonRecords: Carrier<Parameters> = {
  name: 'json-records',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
