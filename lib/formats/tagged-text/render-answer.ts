import { comparePlaces } from '@/lib/formats/list-entries'
import type { Asked } from '@/lib/formats/model'
import { type Parameters, TAGS } from '@/lib/formats/tagged-text/schema'
import { codePointUnits, type Lowered } from '@/lib/tasks/model'

/** The text with tags. Of two mentions at one place the one of the earlier group is outside. */
export function renderAnswer({ places }: Lowered, { schema, text }: Asked, { style }: Parameters): string {
  const units = codePointUnits(text)
  const spans = places
    .flatMap((own, at) => own.map((place) => ({ place, ...TAGS[style](schema[at]!.label) })))
    .sort((a, b) => comparePlaces(a.place, b.place))
  const open: { end: number; close: string }[] = []
  let written = ''
  let from = 0
  const writeUpTo = (point: number) => {
    written += text.slice(from, units[point])
    from = units[point]!
  }
  const closeUpTo = (point: number) => {
    while (open.length && open.at(-1)!.end <= point) {
      const { end, close } = open.pop()!
      writeUpTo(end)
      written += close
    }
  }
  for (const { place, open: tag, close } of spans) {
    const { start, end } = place![0]!
    closeUpTo(start)
    writeUpTo(start)
    written += tag
    open.push({ end, close })
  }
  closeUpTo(units.length)
  return written + text.slice(from)
}
