import { z } from 'zod'
import { editMentions } from '@/lib/rules/edit-mentions'
import { listMentions } from '@/lib/rules/list-mentions'
import type { TransformDefinition } from '@/lib/rules/model'
import { exampleWords, stateScope } from '@/lib/rules/state-scope'

const parametersSchema = z.object({ words: z.array(z.string().trim().min(1).max(60)).min(1).max(200) })
type Parameters = z.infer<typeof parametersSchema>

/** No mention that is only a pronoun; what hangs on it goes with it: a relation of such an end, a tuple of such an argument. */
export const dropPronouns: TransformDefinition<Parameters> = {
  name: 'drop-pronouns',
  family: 'inclusion',
  forms: ['ner', 're', 'spo', 'kg', 'ee', 'eea', 'openie'],
  parameters: parametersSchema,
  applyGold(of, { words }) {
    const pronouns = foldedSet(words)
    return editMentions(of, (mention) => (pronouns.has(mention.words.toLowerCase()) ? 'goes' : 'stays'))
  },
  concerns: (of) => listMentions(of).length > 0,
  statement: ({ words }, scope) => {
    const [en, zh] = [exampleWords(words, 'en'), exampleWords(words, 'zh')]
    return stateScope(scope, {
      en: [
        `A pronoun alone (${en}) is no mention; leave it out, together with whatever is said only of it.`,
        `Give nothing that the text merely refers to as ${en}.`,
        `Only names and descriptions count. What would read ${en} is left out.`,
      ],
      zh: [
        `单独的代词（${zh}）不算提及，连同只针对它的内容一并略去。`,
        `文中仅以${zh}指代的，不要给出。`,
        `只有名称和描述才算数，写出来会是${zh}的，一律不写。`,
      ],
    })
  },
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>()

function foldedSet(words: readonly string[]): ReadonlySet<string> {
  const found = known.get(words) ?? new Set(words.map((word) => word.toLowerCase()))
  known.set(words, found)
  return found
}
