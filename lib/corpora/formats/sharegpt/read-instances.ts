import { recordReader } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/sharegpt/map-instance'
import type { Options } from '@/lib/corpora/formats/sharegpt/schema'

/** One record is one conversation. */
export const readInstances = recordReader<Options>(mapInstance)
