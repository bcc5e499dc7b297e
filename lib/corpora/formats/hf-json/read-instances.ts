import { mapInstance } from '@/lib/corpora/formats/hf-json/map-instance'
import type { Options } from '@/lib/corpora/formats/hf-json/schema'
import { recordReader } from '@/lib/corpora/formats/map-records'

/** One instance a row. */
export const readInstances = recordReader<Options>(mapInstance)
