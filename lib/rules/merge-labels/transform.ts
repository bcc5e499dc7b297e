import { z } from 'zod'
import { listLabels } from '@/lib/rules/list-labels'
import { isInScope, type RuleScope, type TransformDefinition } from '@/lib/rules/model'
import { nameWords, stateScope } from '@/lib/rules/state-scope'
import type { AskedLabel, AskedSchema } from '@/lib/tasks/model'
import { relabelGold } from '@/lib/tasks/relabel-gold'

const label = z.string().trim().min(1).max(200)
const parametersSchema = z.object({ labels: z.array(label).min(1).max(100), into: label })
type Parameters = z.infer<typeof parametersSchema>

/** Several labels under one name, in what is asked and in what is answered. The one they go into counts as in scope. */
export const mergeLabels: TransformDefinition<Parameters> = {
  name: 'merge-labels',
  family: 'naming',
  forms: ['ner', 're', 'spo', 'kg', 'ee', 'eet', 'eea', 'tc'],
  parameters: parametersSchema,
  applyGold({ gold, form, scope }, parameters) {
    const rename = renamer(parameters, scope)
    if (!listLabels({ form, gold }).some((one) => rename(one) !== one)) return gold
    return relabelGold(form, gold, { part: 'label', relabel: rename })
  },
  renameAsked(asked, scope, parameters) {
    const rename = renamer(parameters, scope)
    return asked.some((one) => rename(one.label) !== one.label) ? mergeAsked(asked, rename) : asked
  },
  concerns: ({ gold, form, scope }, parameters) => {
    const rename = renamer(parameters, scope)
    return listLabels({ form, gold }).some((one) => one === parameters.into || rename(one) !== one)
  },
  statement: ({ labels, into }, scope) => {
    const ours = labels.filter((one) => isInScope(scope, one))
    const [en, zh] = [nameWords(ours, 'en', 'and'), nameWords(ours, 'zh', 'and')]
    return stateScope(
      scope.labels.every((one) => labels.includes(one) || one === into) ? { labels: [] } : scope,
      {
        en: [
          `“${into}” takes the place of ${en}: whatever would be any of these is given as “${into}”.`,
          `Do not tell ${en} apart; all of it is called “${into}”.`,
          `Use the single label “${into}” for ${en}.`,
        ],
        zh: [
          `“${into}”代替${zh}：凡属其中之一的，一律记作“${into}”。`,
          `不区分${zh}，统称“${into}”。`,
          `${zh}都只用“${into}”这一个标签。`,
        ],
      },
    )
  },
}

function renamer({ labels, into }: Parameters, scope: RuleScope): (label: string) => string {
  return (one) => (labels.includes(one) && isInScope(scope, one) ? into : one)
}

/** Each label once, where the first of those that became it stood, with the fields of all. */
function mergeAsked(asked: AskedSchema, rename: (label: string) => string): AskedSchema {
  const merged = new Map<string, AskedLabel>()
  for (const one of asked) {
    const name = rename(one.label)
    const fields = [...new Set([...(merged.get(name)?.fields ?? []), ...one.fields])]
    merged.set(name, { label: name, fields })
  }
  return [...merged.values()]
}
