import { mapInstance } from '@/lib/corpora/formats/label-studio/map-instance'
import type { Options } from '@/lib/corpora/formats/label-studio/schema'
import { recordReader } from '@/lib/corpora/formats/map-records'

/** One instance a task. */
export const readInstances = recordReader<Options>(mapInstance)
