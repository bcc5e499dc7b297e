import type { z } from 'zod'
import type { Prompt } from '@/lib/calls/prompts/model'
import { readWords, type Words } from '@/lib/calls/prompts/read-words'
import { type Block, type Fences, writeFences } from '@/lib/calls/prompts/write-fences'
import type { ConnectionRole } from '@/lib/connections/model'
import { canonicalJson, sha256 } from '@/lib/platform/hash'

/** Keys of words, by the slot that they fill. */
type Chosen = Readonly<Record<string, string | readonly string[]>>

export type PromptGiven<In, Out> = {
  /** Of the folder in `prompts/` too. */
  name: string
  version: number
  /** Words of before stand beside those of now, in `prompt-v1.md` and so on, as long as they are to be compared. */
  document?: string
  role: ConnectionRole
  input: z.ZodType<In>
  output: z.ZodType<Out>
  /** See `Prompt`. Its words need a repair of their own: the shared ones ask for JSON. */
  isText?: boolean
  parameters: Prompt['parameters']
  /** What is said of the input, each block where the words have `{{name}}` on a line of its own. */
  blocks(input: In): Record<string, Block>
  /** How long each may be, in code points. */
  caps?: Readonly<Record<string, number>>
  /** Which of the document's own words fill a slot within a line, by their keys. Several stand in lines of their own. */
  choose?(input: In): Chosen
  check?(input: In, value: Out): string[]
}

/**
 * A prompt of the document `prompts/<name>/prompt.md`. An input reaches the messages in two ways only: as fenced text of the user's
 * message, or by choosing among words that stand in the document. So nothing of a corpus can ever be in the system's message.
 */
export function definePrompt<In, Out>(given: PromptGiven<In, Out>): Prompt<In, Out> {
  const { name, version, role, input, output, isText = false, parameters, check = () => [] } = given
  const { sections, slots } = wordsOf(name, given.document ?? 'prompt.md')
  const { System, User, Form, Material, Mark, Repair } = sections
  const opened = (fences: Fences, template: string, chosen: Chosen = {}) =>
    `${Mark.replaceAll('{{mark}}', fences.mark)}\n\n${fillTemplate(template, { fences, slots, chosen })}`
  return {
    ...{ name, version, role, input, output, isText, parameters, check },
    wordsHash: sha256(canonicalJson({ sections, slots: [...slots].map(([slot, of]) => [slot, ...of]) })),
    write(of) {
      const [fences, chosen] = [writeFences(given.blocks(of), given.caps), given.choose?.(of) ?? {}]
      return {
        system: `${System}\n\n${Material}`,
        user: opened(fences, User, chosen),
        ...(Form && { form: fillTemplate(Form, { fences, slots, chosen }) }),
      }
    },
    repair: (faults) => opened(writeFences({ faults }), Repair),
  }
}

const SECTIONS = ['System', 'User', 'Form', 'Material', 'Mark', 'Repair'] as const
type Sections = Record<(typeof SECTIONS)[number], string>

/** The words that any input of a prompt can bring about: its own before the shared ones. */
function wordsOf(name: string, document: string): { sections: Sections; slots: Words['slots'] } {
  const own = readWords(new URL(`../../prompts/${name}/${document}`, import.meta.url))
  const shared = readWords(new URL('../../prompts/words.md', import.meta.url))
  const found = SECTIONS.map((title) => [title, own.sections.get(title) ?? shared.sections.get(title) ?? ''])
  const sections = Object.fromEntries(found) as Sections
  for (const title of SECTIONS)
    if (title !== 'Form' && sections[title] === '') throw new Error(`${name}: it has no words for ${title}.`)
  if (slotsOf(sections.System + sections.Material).length > 0)
    throw new Error(`${name}: the system's words have a slot, and what an input says must not reach them.`)
  const slots = new Map(
    slotsOf(sections.User + sections.Form).flatMap((slot) => {
      const entries = own.slots.get(slot) ?? shared.slots.get(slot)
      return entries ? [[slot, entries] as const] : []
    }),
  )
  return { sections, slots }
}

const SLOT = /\{\{([a-z-]+)\}\}/g

const slotsOf = (template: string) =>
  [...new Set([...template.matchAll(SLOT)].map(([, slot]) => slot!))].sort()

/** Fills a template paragraph by paragraph: one that leads up to a block with nothing to say is left out with it. */
function fillTemplate(
  template: string,
  { fences, slots, chosen }: { fences: Fences; slots: Words['slots']; chosen: Chosen },
): string {
  const paragraphs = template.split(/\n{2,}/).flatMap((paragraph) => {
    const fenced = new Map<string, string | undefined>()
    for (const slot of slotsOf(paragraph)) if (!slots.has(slot)) fenced.set(slot, fences.fence(slot))
    if ([...fenced.values()].includes(undefined)) return []
    return [
      paragraph.replace(SLOT, (_, slot: string) => fenced.get(slot) ?? wordsFor(slot, { slots, chosen })),
    ]
  })
  return paragraphs.join('\n\n')
}

function wordsFor(slot: string, { slots, chosen }: { slots: Words['slots']; chosen: Chosen }): string {
  const keys = [chosen[slot] ?? []].flat()
  const said = keys.map((key) => slots.get(slot)?.get(key))
  if (keys.length === 0 || said.includes(undefined))
    throw new Error(`The words have nothing for ${slot}: ${keys.join(', ')}.`)
  return said.join('\n')
}
