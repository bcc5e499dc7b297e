import type { Answerer, Asked } from './answerer'
import { linesOf, textAt, wantsChinese } from './read-fenced'
import { some } from './school/draw-list'
import { type Grown, knownTree, type Named } from './school/known-tree'

type Node = { level: string; under: string | null; name: Named; note: string }

/** What it has heard of below the place asked about, without what was removed; each run leaves out other disciplines. */
export const draftFields: Answerer = {
  prompt: 'draft-fields',
  answer: (asked) => ({ nodes: grow(asked) }),
  prose: (asked) =>
    grow(asked)
      .map(({ name, note }) => `${name.en} | ${name.zh}. ${note}`)
      .join('\n'),
}

function grow({ fences, draw, request }: Asked): Node[] {
  const removed = new Set(
    linesOf(fences, 'removed').flatMap((one) => [fold(textAt(one, 'en')), fold(textAt(one, 'zh'))]),
  )
  const known = linesOf(fences, 'known').map((one) => ({ en: textAt(one, 'en'), zh: textAt(one, 'zh') }))
  const isChinese = wantsChinese(request)
  const write = (list: readonly Grown[], under: string | null): Node[] => {
    const kept = list.filter(({ en, zh }) => !removed.has(fold(en)) && !removed.has(fold(zh)))
    const most = kept.every(({ level }) => level === 'discipline')
      ? Math.max(1, kept.length - 1)
      : kept.length
    return some(kept, most, draw).flatMap(({ level, en, zh, below }) => {
      const same = known.find(
        (one) => fold(one.en) === fold(en) || (one.zh !== '' && fold(one.zh) === fold(zh)),
      )
      const name = same?.en ? { en: same.en, zh: same.zh || zh } : { en, zh }
      const note = isChinese
        ? `与${zh}有关的知识与技能。`
        : `What belongs to ${en.toLowerCase()}, and nothing beyond.`
      return [{ level, under, name, note }, ...write(below, name.en)]
    })
  }
  const place = linesOf(fences, 'place').at(-1)
  if (!place) return write(knownTree, null)
  const all = knownTree.flatMap((field) => [field, ...field.below])
  const found = all.find(
    ({ en, zh }) => fold(en) === fold(textAt(place, 'en')) || fold(zh) === fold(textAt(place, 'zh')),
  )
  const below = found && found.level === place.level ? found.below : madeUp(place)
  const nodes = write(below, null)
  return nodes.length > 0 ? nodes : write(madeUp(place), null)
}

/** Below a place that it has never heard of. */
function madeUp(place: Record<string, unknown>): Grown[] {
  const [en, zh] = [textAt(place, 'en') || textAt(place, 'zh'), textAt(place, 'zh') || textAt(place, 'en')]
  return [
    [`Applied ${en}`, `应用${zh}`],
    [`${en} management`, `${zh}管理`],
    [`Technology of ${en}`, `${zh}技术`],
    [`Theory of ${en}`, `${zh}理论`],
  ].map(([english, chinese]) => ({
    ...{ en: english!.slice(0, 120), zh: chinese!.slice(0, 120) },
    ...{ level: 'discipline', below: [] },
  }))
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase().trim()
