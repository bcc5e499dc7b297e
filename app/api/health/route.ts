import { handlePublic } from '@/app/api/handle'
import { readHealth } from '@/lib/platform/health'
import { readHealthEndpoint } from '@/lib/platform/schema'

export const GET = handlePublic(readHealthEndpoint, () => readHealth())
