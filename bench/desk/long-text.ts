type Span = { label: string; start: number; end: number; fragments?: [number, number][] }
export type LongText = { text: string; spans: Span[] }

const LABELS = ['vessel', 'place', 'person', 'cargo', 'event']
const WORDS =
  'the grey heron left ostrey at dawn with salt and rope for the upper quay where two pilots waited until noon'.split(
    ' ',
  )

/** A text of about so many bytes in paragraphs, with spans that lie apart, inside each other, across each other, and in pieces. */
export function longText({ bytes, spans }: { bytes: number; spans: number }): LongText {
  let text = ''
  const starts: number[] = []
  for (let word = 0; text.length < bytes; word++) {
    starts.push(text.length)
    text += WORDS[(word * 7 + (word >> 4)) % WORDS.length]! + (word % 90 === 89 ? '.\n\n' : ' ')
  }
  const step = Math.floor((starts.length - 24) / spans)
  const at = (word: number) => starts[word]!
  const endOf = (word: number) => text.slice(at(word)).search(/[\s.]/) + at(word)
  const made = Array.from({ length: spans }, (_, index): Span => {
    const first = index * step
    const label = LABELS[index % LABELS.length]!
    const near = first - (first % (step * 5))
    switch (index % 5) {
      case 1: // inside the one before
        return { label, start: at(near + 1), end: endOf(near + 2) }
      case 2: // across its end
        return { label, start: at(near + 4), end: endOf(near + 11) }
      case 3: {
        const [one, other] = [near + 8, near + 13]
        const fragments: [number, number][] = [
          [at(one), endOf(one)],
          [at(other), endOf(other)],
        ]
        return { label, start: at(one), end: endOf(other), fragments }
      }
      case 4:
        return { label, start: at(first), end: endOf(first) }
      default:
        return { label, start: at(near), end: endOf(near + 6) }
    }
  })
  return { text, spans: made }
}
