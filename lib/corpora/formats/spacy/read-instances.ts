import { recordReader } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/spacy/map-instance'
import type { Options } from '@/lib/corpora/formats/spacy/schema'

/** One instance a record or training tuple. */
export const readInstances = recordReader<Options>(mapInstance)
