import type { Answerer } from './answerer'
import { testConnection } from './test-connection'

/** Every prompt that the stand-in has an answer of its own for; any other is answered in the shape that it asks for. */
export const knownAnswerers: Answerer[] = [testConnection]
