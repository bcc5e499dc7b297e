import { recordReader } from '@/lib/corpora/formats/map-records'
import { mapInstance } from '@/lib/corpora/formats/prodigy/map-instance'
import type { Options } from '@/lib/corpora/formats/prodigy/schema'

/** One instance a record: JSONL as Prodigy writes it, or the same records in a list. */
export const readInstances = recordReader<Options>(mapInstance)
