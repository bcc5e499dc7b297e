import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findForbiddenImports, importsOf } from './house-imports.mjs'

const folders = []

async function rulesBrokenBy(files) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'gloss-house-test-'))
  folders.push(root)
  for (const [name, source] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), source)
  }
  return [...new Set((await findForbiddenImports(root)).map(({ rule }) => rule))]
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const WRONG = {
  '1-no-cycles': {
    'lib/corpora/import-corpus.ts': `import type { B } from '@/lib/corpora/read-corpus'\nexport type A = B`,
    'lib/corpora/read-corpus.ts': `import type { A } from './import-corpus'\nexport type B = A`,
  },
  '2-nothing-imports-app': {
    'components/shell/frame.tsx': `import { sessionOf } from '@/app/session'\nexport const f = (x: number) => <a>{sessionOf(x)}</a>`,
    'app/session.ts': 'export const sessionOf = (x: number) => x',
  },
  '3-components-see-models': {
    'components/reviews/desk.tsx': `import { decideDraft } from '@/lib/reviews/decide-draft'\nexport const d = decideDraft`,
    'lib/reviews/decide-draft.ts': 'export const decideDraft = 1',
  },
  '4-ui-knows-no-noun': {
    'components/ui/badge.tsx': `import { statuses } from '@/lib/reviews/model'\nexport const s = statuses`,
    'lib/reviews/model.ts': 'export const statuses = []',
  },
  '5-lib-without-framework': {
    'lib/reviews/decide-draft.ts': `import { revalidatePath } from 'next/cache'\nexport const d = revalidatePath`,
  },
  '6-platform-knows-no-noun': {
    'lib/platform/audit.ts': `export const load = () => import('@/lib/people/queries')`,
    'lib/people/queries.ts': 'export const q = 1',
  },
  '7-models-are-pure': {
    'lib/reviews/model.ts': `import { db } from '@/lib/platform/db'\nexport const d = db`,
    'lib/platform/db.ts': 'export const db = 1',
  },
  '8-one-database-client': {
    'lib/reviews/queries.ts': `import type { Draft } from '@/generated/prisma/client'\nexport type D = Draft`,
    'generated/prisma/client.ts': 'export type Draft = {}',
  },
  '9-one-model-client': {
    'lib/artifacts/draft-guidelines.ts': `import OpenAI from 'openai'\nexport const o = OpenAI`,
  },
  '10-prompts-in-jobs': {
    'lib/artifacts/draft-guidelines.ts': `import { contract } from '@/prompts/draft-guideline/contract'\nexport const c = contract`,
    'prompts/draft-guideline/contract.ts': 'export const contract = 1',
  },
  '10-no-model-in-a-request': {
    'app/api/ask/route.ts': `import { ask } from '@/lib/artifacts/ask-model'\nexport const POST = ask`,
    'lib/artifacts/ask-model.ts': `import { complete } from '@/lib/platform/llm'\nexport const ask = complete`,
    'lib/platform/llm.ts': `export const complete = 1`,
  },
  '11-handlers-in-the-worker': {
    'lib/reviews/decide-draft.ts': `import { handler } from '@/lib/artifacts/draft-guidelines.job'\nexport const h = handler`,
    'lib/artifacts/draft-guidelines.job.ts': 'export const handler = 1',
  },
  '12-no-test-code': {
    'lib/corpora/import-corpus.ts': `import { aCorpus } from '@/prisma/factories/corpora'\nexport const c = aCorpus`,
    'prisma/factories/corpora.ts': 'export const aCorpus = 1',
  },
  '13-nouns-follow-the-loop-corpora': {
    'lib/corpora/import-corpus.ts': `import { cutRelease } from '@/lib/library/cut-release'\nexport const c = cutRelease`,
    'lib/library/cut-release.ts': 'export const cutRelease = 1',
  },
}

describe('the import rules', () => {
  it.each(Object.entries(WRONG))('%s stops its wrong import', async (rule, files) => {
    expect(await rulesBrokenBy(files)).toContain(rule)
  })

  it('let the loop be written as it should be', async () => {
    const broken = await rulesBrokenBy({
      'app/page.tsx': `import { Desk } from '@/components/reviews/desk'\nimport { waiting } from '@/lib/reviews/queries'\nexport default () => <Desk of={waiting} />`,
      'components/reviews/desk.tsx': `import { statuses } from '@/lib/reviews/model'\nimport { Badge } from '@/components/ui/badge'\nexport const Desk = (p: { of: unknown }) => <Badge>{statuses}</Badge>`,
      'components/ui/badge.tsx': `import type { ReactNode } from 'react'\nexport const Badge = (p: { children: ReactNode }) => <b>{p.children}</b>`,
      'lib/reviews/model.ts': `import { z } from 'zod'\nimport { kinds } from '@/lib/artifacts/model'\nexport const statuses = [z, kinds]`,
      'lib/artifacts/model.ts': 'export const kinds = []',
      'lib/reviews/queries.ts': `import { db } from '@/lib/platform/db'\nexport const waiting = db`,
      'lib/platform/db.ts': `import { PrismaClient } from '@/generated/prisma/client'\nexport const db = PrismaClient`,
      'generated/prisma/client.ts': 'export const PrismaClient = 1',
      'lib/artifacts/draft-guidelines.job.ts': `import { contract } from '@/prompts/draft-guideline/contract'\nimport { ask } from '@/lib/platform/llm'\nexport const h = [contract, ask]`,
      'prompts/draft-guideline/contract.ts': `import { z } from 'zod'\nexport const contract = z`,
      'lib/platform/llm.ts': `import OpenAI from 'openai'\nexport const ask = OpenAI`,
      'lib/worker.ts': `import { h } from '@/lib/artifacts/draft-guidelines.job'\nexport const handlers = [h]`,
      'lib/reviews/decide-draft.test.ts': `import { it } from 'vitest'\nimport { aCorpus } from '@/prisma/factories/corpora'\nit('', aCorpus)`,
      'prisma/factories/corpora.ts': `import { importCorpus } from '@/lib/corpora/import-corpus'\nexport const aCorpus = importCorpus`,
      'lib/corpora/import-corpus.ts': 'export const importCorpus = () => {}',
    })
    expect(broken).toEqual([])
  })
})

it('sees every way of importing', () => {
  const source = `
    import a from './a'
    import type { B } from './b'
    import './c'
    export * from './d'
    export type { E } from './e'
    export const f = () => import('./f')
    type G = import('./g').G
    const h = <T,>(x: T) => <i title="import './no'">{x as string}</i>`
  expect(importsOf(source, 'x.tsx')).toEqual(['./a', './b', './c', './d', './e', './f', './g'])
})
