import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { guidelineContentSchema } from '@/lib/artifacts/kinds/guideline/content'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import type { ProjectActor } from '@/lib/projects/model'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import { prepareRelease } from '@/lib/synthesis/prepare-release'
import { readInstances } from '@/lib/synthesis/read-instances'
import { nerPhrases } from '@/lib/tasks/ner/phrases'
import { draftAll } from '@/prisma/factories/artifacts'
import { importContent } from '@/prisma/factories/imports'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'
import { makeRecipe } from '@/prisma/factories/synthesis'

const example = (fileName: string) =>
  readFileSync(new URL(`../../prisma/seed/${fileName}`, import.meta.url), 'utf8')

describe.each([
  { fileName: 'harbour-news.en.conll', language: 'en', format: 'conll' },
  { fileName: 'harbour-news.zh.jsonl', language: 'zh', format: 'doccano' },
] as const)('instructions from unedited mined drafts of $fileName', async ({ fileName, ...given }) => {
  const actor = await makeProject()
  const corpus = await importContent(actor, example(fileName), { fileName, ...given })
  await draftAll(actor, { corpus: corpus.id })
  const questions = await approveAll(actor)
  const instructions = await composeAll(actor, corpus.id)

  it('are compound, and the drafts did leave questions', () => {
    expect(instructions.length).toBeGreaterThan(100)
    expect(questions.length).toBeGreaterThan(3)
  })

  it('hold no question, neither of the drafts nor any other', () => {
    for (const instruction of instructions) {
      expect(questions.filter((question) => instruction.includes(question))).toEqual([])
      expect(instruction).not.toMatch(/to settle|待定/i)
      for (const line of rulesIn(instruction)) expect(line).not.toMatch(/[?？]/)
    }
  })

  it('hold no count of the corpus', () => {
    for (const line of new Set(instructions.flatMap(rulesIn)))
      expect(withoutQuotes(line)).not.toMatch(/\d|times|twice|once|处中|共/)
  })
})

/** Definitions and rules; examples and typical mentions are the corpus's own words. */
function rulesIn(instruction: string): string[] {
  const definitions = Object.values(nerPhrases).map(({ guidelines }) => guidelines.definition)
  return instruction
    .split('\n')
    .filter((line) => line.startsWith('- ') || definitions.some((words) => line.startsWith(words)))
}

const withoutQuotes = (line: string) => line.replace(/“[^“”]*”/g, '')

/** Approves every draft as it is, and gives their questions. */
async function approveAll(actor: ProjectActor): Promise<string[]> {
  const versions = await db.version.findMany({ where: { artifact: { projectId: actor.project.id } } })
  for (const version of versions) await approveDraft(actor, version)
  return versions.flatMap(({ content }) => guidelineContentSchema.parse(content).questions)
}

async function composeAll(actor: ProjectActor, corpusId: string): Promise<string[]> {
  const recipe = makeRecipe({ corpora: [corpusId], compoundShare: 1, copies: 3 })
  const { id } = await cutRelease(actor, {})
  const prepared = await prepareRelease(id, { projectId: actor.project.id, recipe })
  const instructions = []
  for await (const batch of readInstances(corpusId))
    for (const instance of batch)
      for (let copy = 0; copy < recipe.copies; copy++) {
        const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy })
        const composed = composeInstruction(instance, prepared.release, prepared.recipe, draw)
        if (!composed.made) continue
        expect(composed.instruction.provenance.strategy).toBe('compound')
        instructions.push(composed.instruction.instruction)
      }
  return instructions
}
