import type { Answerer } from './answerer'

export const testConnection: Answerer = {
  prompt: 'test-connection',
  answer: () => ({ word: 'gloss' }),
}
