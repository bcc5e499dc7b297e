import { mapInstance } from '@/lib/corpora/formats/doccano/map-instance'
import type { Options } from '@/lib/corpora/formats/doccano/schema'
import { recordReader } from '@/lib/corpora/formats/map-records'

/** Instances of doccano's JSONL, or its JSON list. A text with several answers is several. */
export const readInstances = recordReader<Options>(mapInstance)
