import { recordReader } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/squad/map-instance'
import type { Options } from '@/lib/corpora/formats/squad/schema'

/** One record is a paragraph with its questions, or a question with its context. */
export const readInstances = recordReader<Options>(mapInstance)
