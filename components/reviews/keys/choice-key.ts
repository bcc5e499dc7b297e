import { choiceAt, type DeskCommand } from '@/lib/reviews/keys/model'

export type KeyOf = (command: DeskCommand) => string

/** The key of the choice at a place of a row; a choice behind those that have a command has its digit. */
export function choiceKey(keyOf: KeyOf, index: number): string {
  const command = choiceAt(index)
  return command ? keyOf(command) : String(index + 1)
}
