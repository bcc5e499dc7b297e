import { z } from 'zod'
import { readShapes } from '@/lib/calls/keep-shape'
import type { Price } from '@/lib/calls/model'
import { messageSchema } from '@/lib/calls/schema'
import { priceSchema } from '@/lib/connections/model'
import { db } from '@/lib/platform/db'
import type { ModelRequest } from '@/lib/platform/llm/write-request'

/** A call of a batch that has no answer yet. */
export type BatchCall = { id: string; reserved: number; price: Price | null; request: ModelRequest<unknown> }

const parametersSchema = z.record(z.string(), z.number())

export async function readBatchCalls(batchId: string): Promise<BatchCall[]> {
  const rows = await db.modelCall.findMany({
    where: { batchId, state: 'reserved' },
    include: { text: true },
    orderBy: { id: 'asc' },
  })
  const shapes = await readShapes(rows.flatMap(({ shapeHash }) => shapeHash ?? []))
  return rows.map((row) => {
    const output = row.shapeHash === null ? undefined : shapes.get(row.shapeHash)
    return {
      id: row.id,
      reserved: Number(row.reserved),
      price: priceSchema.nullable().parse(row.price),
      request: {
        ...{ prompt: `${row.prompt}@${row.version}`, model: row.model },
        messages: messageSchema.array().parse(row.text?.messages ?? []),
        parameters: parametersSchema.parse(row.parameters),
        ...(output && { output }),
      },
    }
  })
}
