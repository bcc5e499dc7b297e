import type { Carrier } from '@/lib/formats/model'
import { carryAnswer } from '@/lib/formats/tuples/carry-answer'
import { parseAnswer } from '@/lib/formats/tuples/parse-answer'
import { renderAnswer } from '@/lib/formats/tuples/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/tuples/schema'
import { wording } from '@/lib/formats/tuples/wording'

export const tuples: Carrier<Parameters> = {
  name: 'tuples',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
