import { describe, expect, it } from 'vitest'
import { checkContent } from '@/lib/artifacts/kinds/format/check-content'
import { draftContent } from '@/lib/artifacts/kinds/format/drafting/draft-content'
import { variants } from '@/lib/artifacts/kinds/format/drafting/variants'
import { readTrial } from '@/lib/artifacts/kinds/format/trial/read-trial'
import { tryFormat } from '@/lib/artifacts/kinds/format/trial/try-format'
import { carriers } from '@/lib/formats/model'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'

const SENTENCES = [
  'The [Grey Petrel|vessel] left [Wickholm|place] .',
  'A <b>tag</b> and a | in the [Fair; Wind|vessel] .',
  'Nothing sails .',
]

async function makeTrial() {
  const actor = await makeProject()
  await makeCorpus(actor, { sentences: SENTENCES })
  return readTrial(actor.project.id)
}

const allVariants = carriers.flatMap((carrier) =>
  variants[carrier].map((variant) => ({ carrier, variant, name: variant.name })),
)

describe('the variants that Gloss proposes', () => {
  it('have a name each, and several for every carrier', () => {
    expect(new Set(allVariants.map(({ name }) => name)).size).toBe(allVariants.length)
    expect(carriers.every((carrier) => variants[carrier].length >= 3)).toBe(true)
  })

  it('bring real answers back, and ask in both languages with known slots only', async () => {
    const trial = await makeTrial()
    for (const { carrier, variant } of allVariants) {
      const { issues, evidence } = checkContent(draftContent(carrier, variant), trial)
      expect([variant.name, issues]).toEqual([variant.name, []])
      expect(evidence).toMatchObject({ tried: 3, instances: 3, failed: [] })
    }
  })
})

describe('the check of a format', () => {
  it('names parameters that the carrier does not take', async () => {
    const content = { ...draftContent('csv', variants.csv[0]!), parameters: { delimiter: ';', between: ';' } }
    const { issues } = checkContent(content, await makeTrial())
    expect(issues.map(({ path, code }) => [path, code])).toEqual([['parameters', 'parameters']])
  })

  it('names a slot that nothing fills, and a sentence for records that leaves their fields out', async () => {
    const base = draftContent('csv', variants.csv[0]!)
    const content = {
      ...base,
      ask: { ...base.ask, en: ['Write CSV with {columns}.'] },
      askRecords: { ...base.askRecords, zh: ['写成 CSV。'] },
    }
    const { issues } = checkContent(content, await makeTrial())
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ['ask.en.0', 'slot-unknown'],
      ['askRecords.zh.0', 'fields-missing'],
    ])
  })

  it('counts an answer that the carrier cannot carry as refused, with the reason and where it is', async () => {
    const actor = await makeProject()
    await makeCorpus(actor, { sentences: ['The [x|vessel] left .', 'None here.'] })
    const trial = await readTrial(actor.project.id)
    const content = {
      ...draftContent('markdown-table', variants['markdown-table'][0]!),
      parameters: { nothing: 'x', empty: 'mark' },
    }
    const evidence = tryFormat(content, trial)
    expect(evidence.forms).toMatchObject([{ form: 'ner', tried: 2, carried: 1, same: 1 }])
    expect(evidence.refused).toMatchObject([{ form: 'ner', ordinal: 1, count: 1 }])
  })

  it('says that a carrier carries nothing of what it is for', () => {
    const record = { Head: 'Grey Petrel', Tail: 'Wickholm' }
    const answer = {
      form: 're' as const,
      corpusId: '1',
      corpus: 'Harbour',
      language: 'en',
      ordinal: 7,
      asked: { schema: [{ label: 'sails-to', fields: ['Head', 'Tail'] }], text: 'Grey Petrel to Wickholm' },
      lowered: { answer: [{ label: 'sails-to', items: [record] }], places: [[null]] },
    }
    const content = draftContent('tagged-text', variants['tagged-text'][0]!)
    const { issues } = checkContent(content, { instances: 1, answers: [answer] })
    expect(issues.map(({ code }) => code)).toEqual(['carries-nothing'])
  })
})
