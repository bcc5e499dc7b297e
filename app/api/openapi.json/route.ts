import { schemaModules } from '@/app/api/endpoints'
import { handlePublic } from '@/app/api/handle'
import { openApiDocument } from '@/lib/platform/openapi'
import { readOpenApiEndpoint } from '@/lib/platform/schema'
import manifest from '@/package.json' with { type: 'json' }

const document = openApiDocument(schemaModules, { version: manifest.version })

export const GET = handlePublic(readOpenApiEndpoint, async () => document)
