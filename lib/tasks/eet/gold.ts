import { canonicalEeGold, eeFaults, eeGoldSchema } from '@/lib/tasks/ee/gold'

// A view of events: it reads their gold as it is stored and keeps none of its own.
export const eetGoldSchema = eeGoldSchema
export const canonicalEetGold = canonicalEeGold
export const eetFaults = eeFaults
