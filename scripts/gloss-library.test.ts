import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ProjectActor } from '@/lib/projects/model'
import { startCommandLine } from '@/prisma/factories/command-line'
import { makeCorpus } from '@/prisma/factories/corpora'
import { makeProject } from '@/prisma/factories/people'
import { approveDraft, queueDrafts } from '@/prisma/factories/reviews'

let cli: Awaited<ReturnType<typeof startCommandLine>>
let lead: ProjectActor
let dir: string

beforeAll(async () => {
  cli = await startCommandLine()
  lead = await makeLibrary()
  dir = path.join(cli.folder, 'our-library')
})

afterAll(() => cli.close())

/** A project with two guidelines that are approved. */
async function makeLibrary(): Promise<ProjectActor> {
  const actor = await makeProject({ role: 'lead' })
  const corpus = await makeCorpus(actor, {
    name: 'log',
    sentences: ['The [Petrel|vessel] in [Wickholm|place] .'],
  })
  const drafts = await queueDrafts(actor, { corpus, contents: [{ label: 'vessel' }, { label: 'place' }] })
  for (const draft of drafts) await approveDraft(actor, draft)
  return actor
}

const library = (...words: string[]) => cli.glossJson('library', ...words)
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()

it('writes a library into a folder, again only what changed, and brings it into another project as drafts', async () => {
  const from = ['--project', lead.project.slug]
  expect(await library('export', dir, ...from)).toMatchObject({ files: 2, changed: 3, removed: 0 })
  expect(filesIn(dir)).toEqual(['guidelines/log/place.yaml', 'guidelines/log/vessel.yaml', 'library.yaml'])
  expect(await library('export', dir, ...from)).toMatchObject({ changed: 0 })

  const stale = path.join(dir, 'guidelines/log/gone.yaml')
  writeFileSync(stale, 'gloss: guideline/1\n')
  expect(await library('export', dir, ...from)).toMatchObject({ changed: 0, removed: 1 })

  const other = await makeProject({ role: 'lead' })
  await makeCorpus(other, { name: 'log', sentences: ['The [Petrel|vessel] in [Wickholm|place] .'] })
  const into = ['--project', other.project.slug]
  const { plan } = await library('import', dir, ...into, '--preview')
  expect(plan.counts).toMatchObject({ new: 2, faulty: 0 })
  expect(await library('import', dir, ...into)).toMatchObject({ result: { drafted: 2 } })
  expect((await library('import', dir, ...into)).plan.counts).toMatchObject({ same: 2, new: 0 })
})

it('says which file has a fault in which line, and leaves folders alone that are of something else', async () => {
  const from = ['--project', lead.project.slug]
  await library('export', dir, ...from)
  const file = path.join(dir, 'guidelines/log/vessel.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('A named ship', 'Another ship'))
  const said = await cli.gloss(['library', 'import', dir, ...from, '--preview'])
  expect(said.stdout).toMatch(/guidelines\/log\/vessel\.yaml:\d+: The content is not what its hash says/)
  rmSync(path.join(dir, 'library.yaml'))
  expect((await cli.gloss(['library', 'export', dir, ...from])).code).toBe(2)
})
