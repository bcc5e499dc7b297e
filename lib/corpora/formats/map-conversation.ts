import { closeConversation } from '@/lib/corpora/formats/close-conversation'
import { keepExtras } from '@/lib/corpora/formats/keep-extras'
import type { RecordPlace } from '@/lib/corpora/formats/map-records'
import { isObject } from '@/lib/corpora/formats/model'
import { error, type Fault, reportFaults } from '@/lib/corpora/formats/report-faults'
import type { Reading } from '@/lib/corpora/model'
import type { Turn } from '@/lib/tasks/general/gold'

type Read = { turns: readonly Turn[]; faults: readonly Fault[] }

/**
 * A record becomes a conversation, or is refused with the turn that is wrong. `read` finds the turns in it; `key` names where they
 * stand, `used` what of the record has a place in them.
 */
export function mapConversation(
  value: unknown,
  place: RecordPlace,
  {
    key,
    used,
    read,
  }: { key: string; used: ReadonlySet<string>; read: (record: Record<string, unknown>) => Read },
): Reading {
  if (!isObject(value)) {
    const fault = error('not-an-object', `This is JSON but no object with “${key}”.`, { keys: key })
    return { instances: [], issues: reportFaults([fault], place) }
  }
  const { turns, faults } = read(value)
  if (faults.some(({ severity }) => severity === 'error'))
    return { instances: [], issues: reportFaults(faults, place) }
  const closed = closeConversation(turns, key)
  const { meta, faults: left } = keepExtras(value, { used, written: place.written })
  const issues = reportFaults([...faults, ...closed.faults, ...left], place)
  if (!closed.instance) return { instances: [], issues }
  return { instances: [meta ? { ...closed.instance, meta } : closed.instance], issues }
}
