import { classItems, isWholeText } from '@/lib/artifacts/kinds/guideline/mining/classes/read-classes'
import type { FirstLook } from '@/lib/artifacts/kinds/guideline/mining/first-look'
import { wordsIn } from '@/lib/artifacts/kinds/guideline/mining/words-in'
import type { Script } from '@/lib/tasks/model'

/** Words of a very long text beyond these are not counted. */
const READ = 5000

/** Notices the words of a class's texts, how they open, how long they are, and which other classes they have. */
export function lookAtClasses(script: Script): FirstLook {
  return (instance, emit) => {
    const items = classItems(instance)
    if (items.length === 0) return items
    const { tokens, words } = wordsIn(instance.text.slice(0, READ), script)
    const opening = script === 'spaced' ? openingOf(tokens) : null
    const asks = /[?？]["”’』」)）\s]*$/.test(instance.text)
    for (const item of items) {
      if (isWholeText(item.mention)) emit(item, { section: 'frequent', key: item.mention })
      emit(item, { section: 'lengths', key: String(lengthClass(tokens.length)) })
      if (asks) emit(item, { section: 'shapes', key: 'question' })
      if (opening) emit(item, { section: 'introducing', key: opening })
      for (const word of words) emit(item, { section: 'words', key: word })
      for (const { label } of items)
        if (label !== item.label) emit(item, { section: 'companions', key: `same-text\t${label}` })
    }
    return items
  }
}

/** Two words, where more follow. */
function openingOf(tokens: readonly string[]): string | null {
  const [first, second] = tokens
  const isWord = (token: string | undefined) => token !== undefined && /\p{L}/u.test(token)
  return tokens.length > 3 && isWord(first) && isWord(second) ? `${first} ${second}` : null
}

/** Lengths of texts vary more than those of mentions: from twenty tokens on they are counted in tens, then in hundreds. */
function lengthClass(length: number): number {
  if (length < 20) return length
  return length < 200 ? Math.floor(length / 10) * 10 : Math.floor(length / 100) * 100
}
