import { answersOf } from '@/lib/synthesis/gates/check-leakage'
import type { Draw } from '@/lib/synthesis/make-draw'
import { wordingOf } from '@/lib/synthesis/record/carry-answer'
import type { Design, Draft, ShownGuideline, Task } from '@/lib/synthesis/record/model'
import { renameInText } from '@/lib/synthesis/record/rename-in-text'
import { showGuideline, writeGuideline } from '@/lib/synthesis/record/write-guideline'
import { writeInstruction } from '@/lib/synthesis/record/write-instruction'
import type { AskedSchema } from '@/lib/tasks/model'

/** Puts a designed record into words. */
export function writeDraft(draw: Draw, task: Task, design: Design): Draft {
  const { obeyed, carried, strategies } = design
  const asked = { schema: task.form.groups(obeyed.schema), text: task.instance.text }
  const guidelines = strategies.includes('guideline') ? writeGuidelines(draw, task, design) : []
  const statements = writeStatements(draw, task, design)
  const [schema, groups] = [named(obeyed.schema, design), named(asked.schema, design)]
  const wording = wordingOf(carried, task.language)
  const instruction = writeInstruction(draw, { task, schema, groups, guidelines, statements, wording })
  const output = carried.carrier.render(obeyed.lowered, asked, carried.parameters)
  return { task, obeyed, carried, asked, guidelines, statements, strategies, instruction, output }
}

function named(schema: AskedSchema, { naming }: Design): AskedSchema {
  return naming ? schema.map(({ label, fields }) => ({ label: naming.nameOf(label), fields })) : schema
}

const labelsOf = ({ obeyed }: Design) => obeyed.schema.map(({ label }) => label)

/** The guidelines of the labels asked for, in an order of their own where the recipe wants it. */
function writeGuidelines(draw: Draw, task: Task, design: Design): ShownGuideline[] {
  const { obeyed, naming } = design
  const { language, form, instance, prepared } = task
  const { guidelineOptions: options } = task.recipe
  const labels = labelsOf(design)
  const order = options.shuffle ? draw.of('guideline-order').take(labels, labels.length) : labels
  const guarded = { text: instance.text, answers: answersOf({ obeyed }) }
  const common = { guarded, language, options, phrases: form.phrases[language] }
  return order.map((label) => {
    const name = naming ? naming.nameOf(label) : label
    const writing = { ...common, draw: draw.of(`guideline/${label}`), name }
    const shown = writeGuideline(prepared.guidelines.get(label)!, writing)
    if (!design.isMasked) return shown
    return showGuideline({ ...shown, lines: shown.lines.map((line) => masked(line, design)) })
  })
}

/** What the rules say, in one of the wordings that people approved. */
function writeStatements(draw: Draw, { language }: Task, design: Design): string[] {
  return design.obeyed.rules.map(({ rule }) => {
    const statement = draw.of(`rule/${rule.source.versionId}`).pick(rule.statements[language])
    return masked(statement, design)
  })
}

/** Names that are masked are masked wherever they are spoken of. */
function masked(text: string, design: Design): string {
  const { isMasked, naming } = design
  return isMasked && naming ? renameInText(text, labelsOf(design), naming.nameOf) : text
}
