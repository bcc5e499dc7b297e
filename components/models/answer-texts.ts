/** An answer as people compare it: JSON in lines of its own, whatever stands around it; all else as it came. */
export function readableAnswer(raw: string): string {
  const text = raw.trim().replace(/^```(?:json)?\s*\n?([\s\S]*?)\n?```$/, '$1')
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return raw
  }
}
