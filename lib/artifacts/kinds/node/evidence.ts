import { z } from 'zod'

/** Where a drafter put a node: the names above it, from the field down. What stands there now the tree tells. */
export const nodeEvidenceSchema = z.object({ above: z.array(z.string()) })
export type NodeEvidence = z.infer<typeof nodeEvidenceSchema>
