import { sql } from '@/lib/platform/db'

/** True for a decision `d` that nobody has taken back. */
export const stands = sql`NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes_id = d.id)`
