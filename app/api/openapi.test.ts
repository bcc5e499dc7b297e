import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { schemaModules } from '@/app/api/endpoints'
import { GET } from '@/app/api/openapi.json/route'
import { readRoutes } from '@/prisma/factories/routes'

type Operation = { operationId: string; parameters: { name: string; in: string }[]; responses: object }
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: object } }

async function readDocument(): Promise<Document> {
  const request = new Request('http://gloss.test/api/openapi.json')
  return (await GET(request, { params: Promise.resolve({}) })).json()
}

const operationsOf = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )

describe('/api/openapi.json', () => {
  it('is valid OpenAPI 3.1, without a reference that leads nowhere', async () => {
    const document = await readDocument()
    const validator = new Validator()
    const result = await validator.validate(structuredClone(document))
    expect(result).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
    const text = JSON.stringify(document)
    const names = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map((match) => match[1]!)
    expect(names.length).toBeGreaterThan(20)
    for (const name of new Set(names)) expect(resolve(document, name), name).toBeDefined()
  })

  it('describes every route that exists, and no route that does not', async () => {
    const documented = operationsOf(await readDocument()).map(({ method, path }) => `${method} ${path}`)
    const routed = (await readRoutes()).map(({ method, path }) => `${method} ${path}`)
    expect(documented.toSorted()).toEqual(routed.toSorted())
  })

  it('names each operation once, and each parameter of its path', async () => {
    const operations = operationsOf(await readDocument())
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations) {
      const inPath = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
      expect(inPath.toSorted(), path).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1]).toSorted(),
      )
    }
  })

  it('knows every noun of lib that has endpoints', () => {
    const nouns = readdirSync('lib').filter((noun) => hasEndpoints(`lib/${noun}/schema.ts`))
    expect(Object.keys(schemaModules).toSorted()).toEqual(nouns.toSorted())
  })
})

const hasEndpoints = (file: string) =>
  existsSync(file) && readFileSync(file, 'utf8').includes('= defineEndpoint(')

function resolve(document: unknown, name: string): unknown {
  if (!name.startsWith('#/')) return undefined
  return name
    .slice(2)
    .split('/')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], document)
}
