import { expect, it } from 'vitest'
import { cutRelease } from '@/lib/library/releases/cut-release'
import { db } from '@/lib/platform/db'
import { composeInstruction } from '@/lib/synthesis/compose-instruction'
import { makeDraw } from '@/lib/synthesis/make-draw'
import type { Instruction } from '@/lib/synthesis/model'
import { prepareRelease } from '@/lib/synthesis/prepare-release'
import { readInstances } from '@/lib/synthesis/read-instances'
import type { TaskForm } from '@/lib/tasks/model'
import { draftAll } from '@/prisma/factories/artifacts'
import { makeLabelledCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft } from '@/prisma/factories/reviews'
import { makeRecipe } from '@/prisma/factories/synthesis'

/** Compound instructions over a corpus whose mined drafts were all approved as they are. */
async function composeMined(
  taskForm: TaskForm,
  rows: { text: string; gold: unknown }[],
): Promise<Instruction[]> {
  const actor = await makeProject()
  const corpus = await makeLabelledCorpus(actor, { taskForm, rows })
  await draftAll(actor, { corpus: corpus.id })
  for (const version of await db.version.findMany({ where: { artifact: { corpusId: corpus.id } } }))
    await approveDraft(actor, version)
  const recipe = makeRecipe({ corpora: [corpus.id], compoundShare: 1, copies: 3 })
  const { id } = await cutRelease(actor, {})
  const prepared = await prepareRelease(id, { projectId: actor.project.id, recipe })
  const made: Instruction[] = []
  for await (const batch of readInstances(corpus.id))
    for (const instance of batch)
      for (let copy = 0; copy < recipe.copies; copy++) {
        const draw = makeDraw({ seed: recipe.seed, instanceId: instance.id, copy })
        const composed = composeInstruction(instance, prepared.release, prepared.recipe, draw)
        if (composed.made) made.push(composed.instruction)
      }
  return made
}

const people = ['Ann Wick', 'Bea Moor', 'Cyr Fell', 'Dot Hale', 'Eli Tarn', 'Flo Garth'].map(
  (pair) => pair.split(' ') as [string, string],
)

it('shows examples of relations with both ends, and no typical pair that has an end in the answer', async () => {
  const made = await composeMined(
    're',
    people.map(([name, place]) => ({
      text: `${name} was born in ${place}.`,
      gold: {
        entities: [
          { start: 0, end: name.length, label: 'person' },
          { start: name.length + 13, end: name.length + 13 + place.length, label: 'place' },
        ],
        relations: [{ type: 'birthplace', head: 0, tail: 1 }],
      },
    })),
  )
  expect(made.length).toBeGreaterThan(10)
  const shown = made.map(({ instruction }) => instruction).join('\n')
  expect(shown).toContain('Example: in “Bea was born in Moor.”, “Bea → Moor” counts.')
  for (const { instruction, input } of made) {
    const [, name, place] = /^(\w+) was born in (\w+)/.exec(input)!
    const typical = instruction.split('\n').find((line) => line.startsWith('Typical: ')) ?? ''
    expect(typical).not.toMatch(new RegExp(`${name}|${place}`))
    expect(instruction).not.toContain(input)
  }
})

it('shows examples of classes as whole texts, and never the text that is asked about', async () => {
  const days = ['today', 'on Monday', 'by noon', 'at last']
  const made = await composeMined('tc', [
    ...days.map((day) => ({
      text: `Will my parcel arrive ${day}?`,
      gold: { labels: ['arrival'], multi: false },
    })),
    ...days.map((day) => ({ text: `I want a refund ${day}.`, gold: { labels: ['refund'], multi: false } })),
  ])
  expect(made.length).toBeGreaterThan(3)
  expect(made.map(({ instruction }) => instruction).join('\n')).toMatch(
    /Example: “(?:Will my parcel arrive|I want a refund) [^“”]+” belongs here\./,
  )
  for (const { instruction, input } of made) expect(instruction).not.toContain(input)
})
