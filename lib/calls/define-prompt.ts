import type { z } from 'zod'
import type { Prompt, PromptMessages } from '@/lib/calls/prompts/model'
import { readWords, type Words } from '@/lib/calls/prompts/read-words'
import { type Block, writeFences } from '@/lib/calls/prompts/write-fences'
import type { ConnectionRole } from '@/lib/connections/model'
import { canonicalJson, sha256 } from '@/lib/platform/hash'

export type PromptGiven<In, Out> = {
  /** Of the folder in `prompts/` too. */
  name: string
  version: number
  role: ConnectionRole
  input: z.ZodType<In>
  output: z.ZodType<Out>
  parameters: { temperature?: number; maxTokens: number }
  /** What is said of the input, each block where the words have `{{name}}` on a line of its own. */
  blocks(input: In): Record<string, Block>
  /** How long each may be, in code points. */
  caps?: Readonly<Record<string, number>>
  /** Which of the document's own words fill a slot within a line, by their keys. Several stand in lines of their own. */
  choose?(input: In): Record<string, string | readonly string[]>
  check?(input: In, value: Out): string[]
}

/**
 * A prompt of the document `prompts/<name>/prompt.md`. An input reaches the messages in two ways only: as fenced text of the user's
 * message, or by choosing among words that stand in the document. So nothing of a corpus can ever be in the system's message.
 */
export function definePrompt<In, Out>(given: PromptGiven<In, Out>): Prompt<In, Out> {
  const { name, version, role, input, output, parameters, check = () => [] } = given
  const own = readWords(new URL(`../../prompts/${name}/prompt.md`, import.meta.url))
  const shared = readWords(new URL('../../prompts/words.md', import.meta.url))
  const section = (title: string) => own.sections.get(title) ?? shared.sections.get(title)
  const [system, user, form] = [section('System'), section('User'), section('Form')]
  const [material, mark, repair] = [section('Material'), section('Mark'), section('Repair')]
  if (!system || !user || !material || !mark || !repair)
    throw new Error(`${name}: a section of its words is missing.`)
  if (/\{\{/.test(system + material)) throw new Error(`${name}: the system's words have a slot.`)
  const entries = slotsOf([user, form ?? '']).flatMap((slot) => {
    const found = own.slots.get(slot) ?? shared.slots.get(slot)
    return found ? [[slot, found] as const] : []
  })
  const slots: Words['slots'] = new Map(entries)
  const words = {
    system,
    material,
    mark,
    user,
    form,
    repair,
    slots: entries.map(([slot, of]) => [slot, ...of]),
  }

  const write = (of: In): PromptMessages => {
    const fences = writeFences(given.blocks(of), given.caps)
    const chosen = given.choose?.(of) ?? {}
    const fill = (template: string) =>
      fillTemplate(template, { fence: fences.fence, word: wordIn(slots, chosen) })
    return {
      system: `${system}\n\n${material}`,
      user: `${mark.replaceAll('{{mark}}', fences.mark)}\n\n${fill(user)}`,
      ...(form && { form: fill(form) }),
    }
  }
  return {
    ...{ name, version, role, input, output, parameters, write, check },
    wordsHash: sha256(canonicalJson(words)),
    repair(faults) {
      const { fence } = writeFences({ faults })
      return fillTemplate(repair, { fence, word: wordIn(slots, {}) })
    },
  }
}

const slotsOf = (templates: readonly string[]) =>
  [
    ...new Set(templates.flatMap((one) => [...one.matchAll(/\{\{([a-z-]+)\}\}/g)].map(([, slot]) => slot!))),
  ].sort()

function wordIn(slots: Words['slots'], chosen: Record<string, string | readonly string[]>) {
  return (slot: string): string => {
    const keys = [chosen[slot] ?? []].flat()
    const said = keys.map((key) => slots.get(slot)?.get(key))
    if (keys.length === 0 || said.includes(undefined))
      throw new Error(`The words have nothing for ${slot}: ${keys.join(', ')}.`)
    return said.join('\n')
  }
}

/** Fills a template paragraph by paragraph: one that leads up to a block with nothing to say is left out with it. */
function fillTemplate(
  template: string,
  of: { fence: (name: string) => string | undefined; word: (slot: string) => string },
): string {
  return template
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      const block = /^\{\{([a-z-]+)\}\}$/m.exec(paragraph)?.[1]
      const fenced = block === undefined ? '' : of.fence(block)
      if (fenced === undefined) return []
      const lines = paragraph.split('\n').map((line) => {
        if (line === `{{${block}}}`) return fenced
        return line.replace(/\{\{([a-z-]+)\}\}/g, (_, slot: string) => of.word(slot))
      })
      return [lines.join('\n')]
    })
    .join('\n\n')
}
