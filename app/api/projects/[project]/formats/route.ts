import { handleInProject } from '@/app/api/handle'
import { writeFormatEndpoint } from '@/lib/artifacts/writing/schema'
import { writeFormat } from '@/lib/artifacts/writing/write-format'

export const POST = handleInProject(writeFormatEndpoint, (actor, { body }) =>
  writeFormat(actor, { format: body }),
)
