/** What every editor of a gold gets: the gold as it stands, and where to hand the next one. */
export type EditorProps<Gold> = {
  text: string
  gold: Gold
  /** The labels of the corpus that may be given. */
  labels: readonly string[]
  onChange: (gold: Gold) => void
}
