import { handleInProject } from '@/app/api/handle'
import { startTreeEndpoint } from '@/lib/taxonomy/outline/schema'
import { startTree } from '@/lib/taxonomy/starter/start-tree'

export const POST = handleInProject(startTreeEndpoint, (actor) => startTree(actor))
