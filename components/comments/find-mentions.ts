/** Somebody who can be mentioned. */
export type Person = { userId: string; name: string }

/** A stretch of a comment: words, or somebody's name with the `@` before it. */
export type CommentPart = { text: string; person?: Person }

/** Names that are a beginning of others come after these: `@Ann Lee` is not Ann. */
const longestFirst = (people: readonly Person[]) =>
  [...people].filter(({ name }) => name.trim() !== '').sort((a, b) => b.name.length - a.name.length)

/** The text in parts, with those whom it names by `@` and their name. */
export function splitMentions(text: string, people: readonly Person[]): CommentPart[] {
  const known = longestFirst(people)
  const parts: CommentPart[] = []
  let rest = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const person = known.find(({ name }) => named(text, at + 1, name))
    if (!person) continue
    if (at > rest) parts.push({ text: text.slice(rest, at) })
    rest = at + 1 + person.name.length
    parts.push({ text: text.slice(at, rest), person })
    at = rest - 1
  }
  if (rest < text.length) parts.push({ text: text.slice(rest) })
  return parts
}

/** Those whom a text names, each once. */
export function mentionsIn(text: string, people: readonly Person[]): string[] {
  const found = splitMentions(text, people).flatMap(({ person }) => (person ? [person.userId] : []))
  return [...new Set(found)]
}

/** A name ends where the word does; Chinese has no spaces between words, so a Han character ends a name too. */
function named(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false
  const next = text.slice(at + name.length).match(/^\p{L}|^\p{N}/u)?.[0]
  return !next || /\p{Script=Han}/u.test(next) || /\p{Script=Han}$/u.test(name)
}

/** What is being typed after an `@`, just before the caret; null when nobody is being named. An address of e-mail names nobody. */
export function mentionAt(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[^\p{L}\p{N}@.]|\p{Script=Han})@([\p{L}\p{N}][^\n@]{0,30}|)$/u.exec(
    text.slice(0, caret),
  )
  return found ? { from: caret - found[1]!.length - 1, typed: found[1]! } : null
}

/** Those who could be meant by what is typed: names of which a word begins so. */
export function suggestPeople(typed: string, people: readonly Person[], most = 6): Person[] {
  const wanted = typed.toLocaleLowerCase()
  const fits = ({ name }: Person) => {
    const own = name.toLocaleLowerCase()
    return own.startsWith(wanted) || own.split(/\s+/).some((word) => word.startsWith(wanted))
  }
  return people.filter(fits).slice(0, most)
}
