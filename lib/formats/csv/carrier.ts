import { carryAnswer } from '@/lib/formats/csv/carry-answer'
import { parseAnswer } from '@/lib/formats/csv/parse-answer'
import { renderAnswer } from '@/lib/formats/csv/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/csv/schema'
import { wording } from '@/lib/formats/csv/wording'
import type { Carrier } from '@/lib/formats/model'

export const csv: Carrier<Parameters> = {
  name: 'csv',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
