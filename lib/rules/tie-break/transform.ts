import { z } from 'zod'
import { dropEvents } from '@/lib/rules/drop-events'
import { listLabels } from '@/lib/rules/list-labels'
import { type Application, isInScope, type TransformDefinition } from '@/lib/rules/model'
import { nameWords, stateScope } from '@/lib/rules/state-scope'
import type { EeGold } from '@/lib/tasks/ee/gold'
import { compareExtents, type NerGold } from '@/lib/tasks/ner/gold'
import type { ReGold } from '@/lib/tasks/re/gold'
import type { TcGold } from '@/lib/tasks/tc/gold'

const label = z.string().min(1).max(200)
const parametersSchema = z
  .object({
    prefer: label,
    over: z.array(label).min(1).max(50),
    /** For mentions: must they be the very same place, or is it enough that they overlap? */
    when: z.enum(['same-span', 'overlapping']),
  })
  .refine(({ prefer, over }) => !over.includes(prefer), {
    message: 'A label cannot be preferred over itself',
  })
type Parameters = z.infer<typeof parametersSchema>

/** Where two labels fit the same thing, one of them: the same place, the same two ends, the same trigger, the same text. */
export const tieBreak: TransformDefinition<Parameters> = {
  name: 'tie-break',
  family: 'tie-break',
  forms: ['ner', 're', 'spo', 'ee', 'eet', 'eea', 'tc'],
  parameters: parametersSchema,
  applyGold(of, parameters) {
    if (of.form === 'ner') return chooseSpans(of as Application<NerGold>, parameters)
    if (of.form === 'tc') return chooseClasses(of as Application<TcGold>, parameters)
    if (of.form === 're' || of.form === 'spo') return chooseRelations(of as Application<ReGold>, parameters)
    return chooseEvents(of as Application<EeGold>, parameters)
  },
  concerns: (of, { prefer, over }) =>
    listLabels(of).some((one) => one === prefer || (over.includes(one) && isInScope(of.scope, one))),
  statement: ({ prefer, over, when }, scope) => {
    const [en, zh] = [nameWords(over, 'en', 'or'), nameWords(over, 'zh', 'or')]
    const [where, wo] =
      when === 'same-span' ? ['the same words', '同一处词语'] : ['words that overlap', '互相重叠的词语']
    return stateScope(
      scope.labels.every((one) => one === prefer || over.includes(one)) ? { labels: [] } : scope,
      {
        en: [
          `Where “${prefer}” and ${en} both fit ${where}, choose “${prefer}” alone.`,
          `“${prefer}” goes before ${en}: do not give the latter for ${where}.`,
          `If in doubt between “${prefer}” and ${en} for ${where}, “${prefer}” wins.`,
        ],
        zh: [
          `${wo}既符合“${prefer}”又符合${zh}时，只选“${prefer}”。`,
          `“${prefer}”优先于${zh}：对${wo}不再给出后者。`,
          `对${wo}在“${prefer}”与${zh}之间犹豫时，以“${prefer}”为准。`,
        ],
      },
    )
  },
}

const yields = (of: Application, { over }: Parameters, one: string) =>
  over.includes(one) && isInScope(of.scope, one)

function chooseSpans(of: Application<NerGold>, parameters: Parameters): NerGold {
  const winners = of.gold.spans.filter((span) => span.label === parameters.prefer)
  if (!winners.length) return of.gold
  const spans = of.gold.spans.filter(
    (span) =>
      !yields(of, parameters, span.label) ||
      !winners.some((winner) =>
        parameters.when === 'same-span'
          ? compareExtents(winner, span) === 0
          : winner.start < span.end && span.start < winner.end,
      ),
  )
  return spans.length === of.gold.spans.length ? of.gold : { spans }
}

function chooseClasses(of: Application<TcGold>, parameters: Parameters): TcGold {
  const { labels, multi } = of.gold
  if (!labels.includes(parameters.prefer)) return of.gold
  const left = labels.filter((one) => !yields(of, parameters, one))
  return left.length === labels.length ? of.gold : { labels: left, multi }
}

function chooseRelations(of: Application<ReGold>, parameters: Parameters): ReGold {
  const { entities, relations } = of.gold
  const ends = ({ head, tail }: { head: number; tail: number }) => `${head} ${tail}`
  const won = new Set(relations.filter(({ type }) => type === parameters.prefer).map(ends))
  const left = relations.filter(
    (relation) => !yields(of, parameters, relation.type) || !won.has(ends(relation)),
  )
  return left.length === relations.length ? of.gold : { entities, relations: left }
}

function chooseEvents(of: Application<EeGold>, parameters: Parameters): EeGold {
  const won = of.gold.events.flatMap(({ type, trigger }) =>
    type === parameters.prefer && trigger ? [trigger] : [],
  )
  if (!won.length) return of.gold
  return dropEvents(
    of,
    ({ type, trigger }) =>
      yields(of, parameters, type) &&
      trigger !== null &&
      won.some((one) =>
        parameters.when === 'same-span'
          ? compareExtents(one, trigger) === 0
          : one.start < trigger.end && trigger.start < one.end,
      ),
  )
}
