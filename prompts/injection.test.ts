import { describe, expect, it } from 'vitest'
import { readFences } from '@/e2e/fake-llm/read-request'
import { hostileWords } from '@/prisma/factories/hostile-words'
import { type PromptCase, promptCases } from '@/prisma/factories/prompt-cases'

const HIDDEN = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Cs}\u2028\u2029]/u
const write = ({ prompt, input }: PromptCase) => prompt.write(prompt.input.parse(input))
const markOf = (user: string) => /^The mark of this request is ([0-9a-f]{12})\.$/m.exec(user)![1]!

/** What the user's message says outside of its fences, and what the fences are called. */
function apart(user: string) {
  const mark = markOf(user)
  const names: string[] = []
  const fence = new RegExp(`^<([a-z]+) ${mark}>\\n[\\s\\S]*?\\n</\\1 ${mark}>$`, 'gm')
  const outside = user.replace(fence, (_whole, name: string) => `<${names[names.push(name) - 1]}>`)
  return { outside: outside.replaceAll(mark, 'MARK'), names, mark }
}

describe('texts that want to be obeyed', () => {
  it('are fifty of many kinds, in both languages', () => {
    expect(new Set(hostileWords).size).toBe(50)
    expect(hostileWords.filter((one) => /\p{Script=Han}/u.test(one)).length).toBeGreaterThanOrEqual(9)
  })

  it.each(hostileWords)('stay within their fences in every prompt: %j', (strange) => {
    // The plain ones carry a word, so that what is left out without one is there in both.
    const plain = promptCases('harmless')
    for (const [at, one] of promptCases(strange).entries()) {
      const [said, wanted] = [write(one), write(plain[at]!)]
      const [ours, theirs] = [apart(said.user), apart(wanted.user)]
      expect(said.system).toBe(wanted.system)
      expect(said.form).toBe(wanted.form)
      expect(ours.outside).toBe(theirs.outside)
      expect(ours.names).toEqual(theirs.names)
      expect(said.user.split(ours.mark)).toHaveLength(2 + 2 * ours.names.length)
      expect(said.user).not.toMatch(HIDDEN)
      const read = readFences({ model: 'any', messages: [{ role: 'user', content: said.user }] })
      expect(Object.keys(read)).toEqual(ours.names)
    }
  })

  it('stay within their fences in the words of a repair', () => {
    const [one] = promptCases()
    for (const strange of hostileWords) {
      const said = one!.prompt.repair([`The text does not have “${strange}”.`])
      expect(apart(said).outside).toBe(apart(one!.prompt.repair(['harmless'])).outside)
      expect(said).not.toMatch(HIDDEN)
    }
  })
})
