/** All that people can look for in an instance: its text, the question about it, every turn of a conversation. */
export function searchedText({ text, gold }: { text: string; gold: unknown }): string {
  const { question, turns } = (gold ?? {}) as { question?: string; turns?: { text: string }[] }
  if (turns) return turns.map((turn) => turn.text).join('\n')
  return question ? `${text}\n${question}` : text
}
