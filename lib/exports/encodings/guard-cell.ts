// What a spreadsheet may take for the begin of a formula, in full width too, and our own mark, so that it can be taken off again.
const RISKY = /^[=+\-@\t\r\n'＝＋－＠]/

/** A cell that no spreadsheet runs: what could be a formula begins with an apostrophe. `freeCell` takes it off again. */
export function guardCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text
}

export function freeCell(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text
}
