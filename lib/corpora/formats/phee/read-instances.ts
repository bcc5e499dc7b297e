import { recordReader } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/phee/map-instance'
import type { Options } from '@/lib/corpora/formats/phee/schema'

/** One record is one text with its events. */
export const readInstances = recordReader<Options>(mapInstance)
