import { expect, it } from 'vitest'
import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import { formatContentSchema } from '@/lib/artifacts/kinds/format/content'
import { carriers } from '@/lib/formats/model'
import { askLive, caseOf, isChinese } from '@/prompts/ask-live.eval'
import { proposeFormats } from '@/prompts/propose-formats/contract'

it.each(carriers)('asks for %s in sentences that say it whole', async (carrier) => {
  const { input } = caseOf('propose-formats', { form: 'ner', language: 'en' })
  const { formats } = await askLive(proposeFormats, { ...(input as object), carriers: [carrier], known: [] })
  for (const format of formats) {
    const content = formatContentSchema.parse({ ...format, taskForms: [] })
    expect(checkContent(content, { answers: [], instances: 0 }).issues).toEqual([])
    expect(format.ask.zh.every(isChinese)).toBe(true)
    if (format.parameters.layout === 'by-label') continue // it has no use for the names of keys
    for (const name of Object.entries(format.parameters).flatMap(([key, value]) =>
      /(Key|Column)$/.test(key) ? [String(value)] : [],
    ))
      for (const sentence of [...format.ask.en, ...format.ask.zh]) expect(sentence).toContain(name)
  }
})
