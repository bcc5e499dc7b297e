import { uuidFromName } from '@/lib/platform/hash'
import type { Instruction, Strategy } from '@/lib/synthesis/model'
import type { PreparedRule, Source } from '@/lib/synthesis/prepared/model'
import type { Draft, Task } from '@/lib/synthesis/record/model'

/** A record as the run's file holds it. */
export function recordDraft(draft: Draft, copy: number): Instruction {
  const { task, obeyed, carried, guidelines, strategies } = draft
  return {
    id: idOf(task, copy),
    instruction: draft.instruction,
    input: task.instance.text,
    output: draft.output,
    ...unruledOf(draft),
    provenance: provenanceOf(task, {
      copy,
      strategies,
      carrier: carried.carrier.name,
      labels: obeyed.schema.map(({ label }) => label),
      versions: [
        ...guidelines.map(({ guideline }) => guideline.source),
        ...obeyed.rules.flatMap(({ rule }) => sourcesOf(rule, task)),
        ...(carried.format ? [carried.format.source] : []),
      ],
      ...ruleOf(draft),
      ...(carried.format && { format: carried.format.source.versionId }),
    }),
  }
}

/** A rule that people applied themselves has an approval for each of its answers. */
function sourcesOf({ source, transform, applications }: PreparedRule, { instance }: Task): Source[] {
  const applied = transform ? undefined : applications.get(instance.ordinal)
  return applied ? [source, applied.source] : [source]
}

function ruleOf({ obeyed: { rules } }: Draft): Pick<Told, 'rule'> {
  const [first, second] = rules
  if (!first) return {}
  const beside = second && { beside: second.rule.source.versionId }
  const changed = rules.some((one) => one.changed)
  return { rule: { versionId: first.rule.source.versionId, changed, ...beside } }
}

/** The answer without the rules, where it is another one to the same question and the carrier can hold it. */
function unruledOf({ obeyed, carried, asked }: Draft): Pick<Instruction, 'unruled'> {
  const { rules, plain, schema } = obeyed
  if (!rules.some(({ changed }) => changed) || schema !== plain.schema) return {}
  const { carrier, parameters } = carried
  if (!carrier.canCarry(plain.lowered, asked, parameters).carries) return {}
  return { unruled: carrier.render(plain.lowered, asked, parameters) }
}

type Told = Pick<
  Instruction['provenance'],
  'copy' | 'carrier' | 'labels' | 'subject' | 'versions' | 'rule' | 'format'
> & {
  strategies: readonly Strategy[]
}

export function provenanceOf(task: Task, told: Told): Instruction['provenance'] {
  const { instance, release, recipe, prepared, language } = task
  const { strategies, carrier, copy, labels, versions, ...rest } = told
  return {
    taskForm: prepared.form,
    strategy: strategies.length ? 'compound' : 'basic',
    strategies: [...strategies],
    carrier,
    language,
    corpusId: instance.corpusId,
    instanceId: instance.id,
    ordinal: instance.ordinal,
    copy,
    labels,
    versions,
    ...rest,
    releaseId: release.id,
    recipeHash: recipe.hash,
  }
}

export function idOf({ recipe, release, instance }: Task, copy: number): string {
  return uuidFromName(`instruction/${recipe.hash}/${release.id}/${instance.id}/${copy}`)
}
