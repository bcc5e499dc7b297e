/** A corpus that a recipe may take. */
export type CorpusChoice = { id: string; name: string; instances: number }
