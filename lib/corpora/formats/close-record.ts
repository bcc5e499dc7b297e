/** The beginning of a JSON value, cut after its last whole part and closed: what can be known of a record too long for a sample. */
export function closeRecord(beginning: string): string {
  const open: string[] = []
  let inString = false
  let cut = { at: 0, open: '' }
  for (let at = 0; at < beginning.length; at++) {
    const sign = beginning[at]!
    if (inString) {
      if (sign === '\\') at++
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{') open.push('}')
    else if (sign === '[') open.push(']')
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',' && open.length < MAX_DEPTH) cut = { at, open: open.toReversed().join('') }
  }
  return beginning.slice(0, cut.at) + cut.open
}

const MAX_DEPTH = 20
