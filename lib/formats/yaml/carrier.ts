import type { Carrier } from '@/lib/formats/model'
import { carryAnswer } from '@/lib/formats/yaml/carry-answer'
import { parseAnswer } from '@/lib/formats/yaml/parse-answer'
import { renderAnswer } from '@/lib/formats/yaml/render-answer'
import { type Parameters, parametersSchema } from '@/lib/formats/yaml/schema'
import { wording } from '@/lib/formats/yaml/wording'

export const yaml: Carrier<Parameters> = {
  name: 'yaml',
  parameters: parametersSchema,
  canCarry: carryAnswer,
  render: renderAnswer,
  parse: parseAnswer,
  wording,
}
