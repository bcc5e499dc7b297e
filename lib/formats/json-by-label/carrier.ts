import { carryAnswer } from '@/lib/formats/json-by-label/carry-answer'
import { parseAnswer } from '@/lib/formats/json-by-label/parse-answer'
import { renderAnswer } from '@/lib/formats/json-by-label/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/json-by-label/schema'
import { wording } from '@/lib/formats/json-by-label/wording'
import type { Carrier } from '@/lib/formats/model'

export const jsonByLabel: Carrier<Parameters> = {
  name: 'json-by-label',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
