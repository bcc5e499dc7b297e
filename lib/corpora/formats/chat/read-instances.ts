import { mapInstance } from '@/lib/corpora/formats/chat/map-instance'
import type { Options } from '@/lib/corpora/formats/chat/schema'
import { recordReader } from '@/lib/corpora/formats/map-records'

/** One record is one conversation. */
export const readInstances = recordReader<Options>(mapInstance)
