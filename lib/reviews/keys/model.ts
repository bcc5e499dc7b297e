import { z } from 'zod'
import type { Refusal } from '@/lib/reviews/model'

/** Where keys work at the desks: on a draft of a kind, over the reasons, while a text is typed, over a dispute. */
type Where = 'guideline' | 'rule' | 'other' | 'reasons' | 'typing' | 'dispute'
type Command = { key: string; where: readonly Where[] }

const DRAFT = ['guideline', 'rule', 'other'] as const
const CHOICES = ['guideline', 'rule', 'reasons', 'dispute'] as const

const command = (key: string, where: readonly Where[]): Command => ({ key, where })

/** What can be done from the keyboard at the desks, with the key that does it where nobody chose another. */
export const deskCommands = {
  approve: command('a', [...DRAFT, 'dispute']),
  edit: command('e', [...DRAFT, 'dispute']),
  reject: command('r', [...DRAFT, 'dispute']),
  skip: command('s', DRAFT),
  undo: command('z', DRAFT),
  next: command('j', DRAFT),
  previous: command('k', DRAFT),
  show: command('Enter', ['guideline']),
  all: command('Escape', ['guideline']),
  down: command('Shift+j', DRAFT),
  up: command('Shift+k', DRAFT),
  right: command('y', ['rule']),
  wrong: command('n', ['rule']),
  choice1: command('1', CHOICES),
  choice2: command('2', CHOICES),
  choice3: command('3', CHOICES),
  choice4: command('4', CHOICES),
  choice5: command('5', CHOICES),
  choice6: command('6', CHOICES),
  choice7: command('7', CHOICES),
  choice8: command('8', CHOICES),
  choice9: command('9', CHOICES),
  comment: command('c', ['reasons']),
  back: command('Escape', ['reasons']),
  save: command('Mod+Enter', ['typing', 'reasons']),
  leave: command('Escape', ['typing']),
  merge: command('m', ['dispute']),
  nextDispute: command('n', ['dispute']),
} satisfies Record<string, Command>

export type DeskCommand = keyof typeof deskCommands
export const deskCommandNames = Object.keys(deskCommands) as [DeskCommand, ...DeskCommand[]]

const CHOICE_KEYS = deskCommandNames.filter((name) => name.startsWith('choice'))

/** The commands under their headings, in the order of a review. */
export const commandGroups: Record<'decide' | 'read' | 'choose' | 'type' | 'settle', readonly DeskCommand[]> =
  {
    decide: ['approve', 'edit', 'reject', 'skip', 'undo'],
    read: ['next', 'previous', 'show', 'all', 'down', 'up', 'right', 'wrong'],
    choose: [...CHOICE_KEYS, 'comment', 'back'],
    type: ['save', 'leave'],
    settle: ['merge', 'nextDispute'],
  }

/** The choice at a place of a row, counted from 0: a tab, a reason, what a reviewer decided. Further ones have no key. */
export function choiceAt(index: number): DeskCommand | null {
  const name = `choice${index + 1}`
  return name in deskCommands ? (name as DeskCommand) : null
}

/** A key as `components/ui/screen-keys` names it: a sign, or a word such as Enter, perhaps with Mod and Shift. */
export const chordSchema = z
  .string()
  .max(24)
  .regex(/^(Mod\+)?(Alt\+)?(Shift\+)?([^\sA-Z+]|[A-Z]([a-z][A-Za-z]*|\d{1,2}))$/u)

/** The keys that somebody chose; the others are as they come. */
export const chosenKeysSchema = z.partialRecord(z.enum(deskCommandNames), chordSchema)
export type ChosenKeys = z.infer<typeof chosenKeysSchema>
export type KeyMap = Record<DeskCommand, string>

export function keyMapOf(chosen: ChosenKeys): KeyMap {
  return Object.fromEntries(
    deskCommandNames.map((name) => [name, chosen[name] ?? deskCommands[name].key]),
  ) as KeyMap
}

/** Changed by some, without those that are as they come anyway; null: as it comes. */
export function withKeys(
  chosen: ChosenKeys,
  change: { [Name in DeskCommand]?: string | null | undefined },
): ChosenKeys {
  const next = { ...chosen, ...change }
  return Object.fromEntries(
    Object.entries(next).filter(([name, key]) => key && key !== deskCommands[name as DeskCommand].key),
  ) as ChosenKeys
}

const OF_GLOSS = new Set(['g', '/', '?', 'ArrowUp', 'ArrowDown', 'Mod+k'])
const MOVES_FOCUS = new Set(['Tab', 'Shift+Tab', 'Space', 'Shift+Space', 'Home', 'End', 'PageUp', 'PageDown'])
const WITHOUT_SIGN = /^(Shift\+)?(Enter|Backspace|Delete|Insert|ArrowLeft|ArrowRight|Plus)$/
/** What no browser keeps for itself, and no text box for its editing. */
const WHILE_TYPING = new Set(['Mod+Enter', 'Mod+Shift+Enter', 'Mod+s', 'Mod+;', "Mod+'", 'Mod+/'])
const WAYS_OUT: readonly DeskCommand[] = ['all', 'back', 'leave']
const TYPING: readonly DeskCommand[] = ['save', 'leave', 'back']

/** Why a command cannot have a key; null when it can. What it comes with it can always have. */
export function canHaveKey(name: DeskCommand, key: string): Refusal | null {
  if (deskCommands[name].key === key) return null
  if (key === 'Escape') return WAYS_OUT.includes(name) ? null : { reason: 'key-leads-out' }
  if (OF_GLOSS.has(key)) return { reason: 'key-of-gloss' }
  if (MOVES_FOCUS.has(key)) return { reason: 'key-moves' }
  if (TYPING.includes(name)) return WHILE_TYPING.has(key) ? null : { reason: 'key-types' }
  if (key.includes('Mod+') || key.includes('Alt+')) return { reason: 'key-of-browser' }
  const isSign = [...key.replace('Shift+', '')].length === 1
  return isSign || WITHOUT_SIGN.test(key) ? null : { reason: 'key-of-browser' }
}

/** The command that has a key already where this one would need it. */
export function clashOf(keys: KeyMap, name: DeskCommand, key: string): DeskCommand | null {
  const where: readonly Where[] = deskCommands[name].where
  return (
    deskCommandNames.find(
      (other) =>
        other !== name && keys[other] === key && deskCommands[other].where.some((one) => where.includes(one)),
    ) ?? null
  )
}
