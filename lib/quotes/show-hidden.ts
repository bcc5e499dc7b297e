// What a reader does not see, or what makes them see another order than the text has: controls but for line feed and tab, all that is
// ignorable by default (zero width, tags, variation selectors, fillers), bidirectional controls, separators, halves of characters.
const UNSEEN = String.raw`[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cs}\u2028\u2029\ufff9-\ufffb]`
// What makes one emoji of several characters is seen.
const SEEN = String.raw`[\n\t]|(?<=\p{Emoji})\ufe0f|(?<=\p{Emoji}\ufe0f?)\u200d(?=\p{Extended_Pictographic})`
const HIDDEN = new RegExp(`(?!${SEEN})${UNSEEN}`, 'gu')
const BRACKETS = /[⟦⟧]/g
const SHOWN = /⟦U\+([0-9A-F]{4,6})⟧/g

/** Characters that do their work unseen, as `⟦U+202E⟧`: a person or a model reads what is there. */
export function showHidden(text: string): string {
  return text.replace(HIDDEN, nameCharacter)
}

/** The same for a text as it stands in a corpus: brackets of its own are named too, so that every other one is ours. */
export function showText(text: string): string {
  return text.replace(BRACKETS, nameCharacter).replace(HIDDEN, nameCharacter)
}

/** The text again, from what `showText` made of it. */
export function unshowText(shown: string): string {
  return shown.replace(SHOWN, (whole, code: string) => {
    const point = Number.parseInt(code, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}

function nameCharacter(character: string): string {
  return `⟦U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟧`
}
