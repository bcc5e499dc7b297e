import type { Wording } from '@/lib/formats/model'
import type { Draw } from '@/lib/synthesis/make-draw'
import { guidelineWords, ruleWords } from '@/lib/synthesis/record/guideline-words'
import type { ShownGuideline, Task } from '@/lib/synthesis/record/model'
import { writeFields, writeLabels, writePhrase } from '@/lib/synthesis/record/write-phrase'
import type { AskedSchema, Posed } from '@/lib/tasks/model'

type Parts = {
  task: Task
  /** The labels asked for, in the names that the instruction uses, and the groups that answer them. */
  schema: AskedSchema
  groups: AskedSchema
  guidelines: readonly ShownGuideline[]
  statements: readonly string[]
  wording: Wording
}

/** The words of an instruction: the task, the guidelines, the rules, and how to answer. */
export function writeInstruction(draw: Draw, parts: Parts): string {
  const { guidelines } = parts
  const { language, form } = parts.task
  const title = guidelineWords(form.phrases[language], language).title
  return [
    writeTask(draw, parts),
    ...(guidelines.length ? [`# ${title}`] : []),
    ...guidelines.map(({ text }) => text),
    ...writeRules(draw, parts),
    writeAnswering(draw, parts),
  ].join('\n\n')
}

function writeTask(draw: Draw, { task, schema, guidelines }: Parts): string {
  const phrases = task.form.phrases[task.language]
  const posed = task.form.poses?.(task.instance.gold) ?? {}
  const openings = guidelines.length && phrases.compound.length ? phrases.compound : phrases.basic
  const hasOptions = posed.options !== undefined
  const fitting = hasOptions || posed.question ? openings.filter(asksWith(hasOptions)) : openings
  const opening = writePhrase(draw.of('opening').pick(fitting), {
    labels: writeLabels(schema, phrases),
    question: posed.question ?? '',
    options: (posed.options ?? [])
      .map((one) => `${phrases.quote[0]}${one}${phrases.quote[1]}`)
      .join(phrases.comma),
  })
  return [opening, ...writeChoosing(draw, { task, posed })].join(between(task))
}

/** Phrases with options are for the questions that have some, and no others. */
const asksWith = (hasOptions: boolean) => (phrase: string) => phrase.includes('{options}') === hasOptions

function writeChoosing(draw: Draw, { task, posed }: { task: Task; posed: Posed }): string[] {
  const { choosing } = task.form.phrases[task.language]
  if (!choosing || posed.several === undefined) return []
  return [draw.of('choosing').pick(posed.several ? choosing.several : choosing.one)]
}

function writeRules(draw: Draw, { task, statements }: Parts): string[] {
  if (!statements.length) return []
  const { title, one, several } = ruleWords[task.language]
  const before = draw.of('rule-words').pick(statements.length > 1 ? several : one)
  return [`# ${title}\n\n${[before, ...statements.map((statement) => `- ${statement}`)].join('\n')}`]
}

function writeAnswering(draw: Draw, { task, groups, wording }: Parts): string {
  const phrases = task.form.phrases[task.language]
  const areRecords = groups.some(({ fields }) => fields.length > 0)
  const asking = areRecords ? wording.askRecords : wording.ask
  const slots = { ...phrases.nouns, fields: writeFields(groups, phrases), empty: wording.empty }
  return [
    writePhrase(draw.of('asking').pick(asking), slots),
    draw.of('copying').pick(phrases.copying),
    writePhrase(draw.of('absent').pick(wording.absent ?? phrases.absent), slots),
  ].join(between(task))
}

const between = ({ language }: Task) => (language === 'zh' ? '' : ' ')
