import { handleInProject } from '@/app/api/handle'
import { readQueue } from '@/lib/reviews/read-queue'
import { readQueueEndpoint } from '@/lib/reviews/schema'

export const GET = handleInProject(readQueueEndpoint, (actor) => readQueue(actor))
