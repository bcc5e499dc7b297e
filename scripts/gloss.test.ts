import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startFakeLlm } from '@/e2e/fake-llm/start-fake-llm'
import { mappingSchema } from '@/lib/corpora/formats/mapping/schema'
import { saveMapping } from '@/lib/corpora/mappings/save-mapping'
import type { ProjectActor } from '@/lib/projects/model'
import { decideDraft } from '@/lib/reviews/decide-draft'
import { leaseDrafts } from '@/lib/reviews/lease-drafts'
import { composedRun } from '@/prisma/factories/audits'
import { startCommandLine } from '@/prisma/factories/command-line'
import { connectModels } from '@/prisma/factories/connections'
import { makeCorpus } from '@/prisma/factories/corpora'
import { joinProject, makeProject } from '@/prisma/factories/people'

let lead: ProjectActor
let cli: Awaited<ReturnType<typeof startCommandLine>>
let folder: string

beforeAll(async () => {
  process.env.GLOSS_MODEL_NETWORKS = 'loopback'
  cli = await startCommandLine()
  folder = cli.folder
  lead = await makeProject({ role: 'lead' })
})

afterAll(() => cli.close())

const gloss: typeof cli.gloss = (...given) => cli.gloss(...given)
const glossJson: typeof cli.glossJson = (...args) => cli.glossJson(...args)

/** Approves what waits, as a person in the browser. */
async function approveAll(person: ProjectActor) {
  for (;;) {
    const { items } = await leaseDrafts(person, { count: 10, includeSkipped: false })
    if (items.length === 0) return
    for (const { version } of items)
      await decideDraft(person, {
        verdict: 'approve',
        versionId: version.id,
        contentHash: version.contentHash,
        comment: '',
        elapsedMs: 0,
        requestKey: crypto.randomUUID(),
      })
  }
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('the loop from the command line', () => {
  it('imports, drafts, releases, composes and exports; people decide in between', async () => {
    const project = ['--project', lead.project.slug]
    const file = path.join(folder, 'harbour.train.jsonl')
    const lines = ['Grey Petrel', 'Odd Duck', 'Grey Petrel'].map((name) =>
      JSON.stringify({
        text: `The ${name} left.`,
        spans: [{ start: 4, end: 4 + name.length, label: 'vessel' }],
      }),
    )
    writeFileSync(file, lines.join('\n'))
    const licence = ['--licence', 'CC0-1.0', '--source', 'a test']
    const { corpus } = await glossJson(
      'import',
      file,
      ...project,
      ...licence,
      '--name',
      'Harbour',
      '--language',
      'en',
    )
    expect(corpus).toMatchObject({
      name: 'Harbour',
      state: 'ready',
      instanceCount: 3,
      itemCount: 3,
      refusedCount: 0,
    })
    const again = await glossJson(
      'import',
      file,
      ...project,
      ...licence,
      '--name',
      'Harbour',
      '--language',
      'en',
    )
    expect(again).toMatchObject({ corpus: { id: corpus.id, instanceCount: 3 }, jobId: null })

    const drafted = await glossJson('draft', ...project, '--corpus', 'Harbour')
    expect(drafted).toMatchObject({ corpusId: corpus.id, guidelines: { waiting: 1, approved: 0 } })
    const early = await gloss(['release', ...project, '--json'])
    expect(early.code).toBe(1)
    expect(JSON.parse(early.stdout)).toMatchObject({ error: { code: 'conflict' } })
    await approveAll(await joinProject(lead.project.slug))
    const { release } = await glossJson('release', ...project, '--name', 'First')
    expect(release).toMatchObject({ number: 1, name: 'First', itemCount: 1 })

    const compose = ['compose', ...project, '--release', '1', '--corpora', 'Harbour', '--seed', '7']
    const { run } = await glossJson(...compose, '--compound-share', '1')
    expect(run).toMatchObject({ state: 'done', releaseNumber: 1, recipe: { seed: 7, compoundShare: 1 } })
    expect(run.instructionCount).toBeGreaterThan(0)
    const second = await glossJson(...compose, '--compound-share', '1')
    expect(second.run.sha256).toBe(run.sha256)

    const out = path.join(folder, 'out')
    const audit = (...words: string[]) => ['audit', ...words, ...project, '--run', '1']
    const unreleased = await gloss([
      'export',
      ...project,
      '--run',
      '1',
      '--format',
      'alpaca',
      '--out',
      folder,
      '--json',
    ])
    expect(JSON.parse(unreleased.stdout)).toMatchObject({ error: { reason: 'run-not-released' } })
    const ordered = await glossJson(...audit('order'), '--n', '1', '--seed', '5')
    expect(ordered.audit).toMatchObject({ n: 1, c: 0, seed: 5, state: 'open', drawn: 1 })
    const undecided = await gloss([...audit('accept'), '--json'])
    expect(JSON.parse(undecided.stdout)).toMatchObject({ error: { reason: 'audit-undecided' } })
    await approveAll(await joinProject(lead.project.slug))
    expect(await glossJson(...audit('accept'))).toMatchObject({ audit: { state: 'accepted', decided: 1 } })
    const [shown] = (await gloss(audit('show'))).stdout.split('\n')
    expect(shown).toBe(
      'Run 1: accepted, 1 of 1 records decided, 0 rejected; at most 95.0 % are wrong at 95 %',
    )
    const overridden = await glossJson(
      ...['audit', 'override', ...project, '--run', '2', '--reason', 'The same bytes as run 1.'],
    )
    expect(overridden.audit).toMatchObject({ state: 'overridden', reason: 'The same bytes as run 1.' })

    const exporting = ['export', ...project, '--run', '1', '--format', 'alpaca', '--out', out]
    const exported = await glossJson(...exporting)
    for (const { name, bytes, sha256: expected } of exported.export.files) {
      expect(statSync(path.join(out, name)).size).toBe(bytes)
      expect(sha256(readFileSync(path.join(out, name)))).toBe(expected)
    }
    const home = await glossJson('status', ...project)
    expect(home).toMatchObject({ corpora: { count: 1 }, decisions: { count: 2 }, releases: { latest: 1 } })

    const [largest] = exported.export.files.toSorted(
      (a: { bytes: number }, b: { bytes: number }) => b.bytes - a.bytes,
    )
    const whole = path.join(out, largest.name)
    const bytes = readFileSync(whole)
    writeFileSync(`${whole}.part`, bytes)
    truncateSync(`${whole}.part`, Math.floor(bytes.length / 2))
    rmSync(whole)
    const resumed = await glossJson(...exporting)
    expect(resumed.export.id).toBe(exported.export.id)
    expect(readFileSync(whole).equals(bytes)).toBe(true)

    rmSync(whole)
    writeFileSync(`${whole}.part`, 'x'.repeat(Math.floor(bytes.length / 2)))
    const spoilt = await gloss([...exporting, '--json'])
    expect(spoilt.code).toBe(1)
    expect(JSON.parse(spoilt.stdout)).toMatchObject({ error: { code: 'checksum' } })
    await glossJson(...exporting)
    expect(readFileSync(whole).equals(bytes)).toBe(true)
  }, 120_000)
})

describe('the command line', () => {
  it('composes by a recipe that was saved in another project, and by words that go before it', async () => {
    const { actor, corpus } = await composedRun()
    const file = path.join(folder, 'recipe.json')
    const elsewhere = crypto.randomUUID()
    const recipe = { corpora: [{ id: elsewhere, weight: 2 }], seed: 9, compoundShare: 1, copies: 2 }
    writeFileSync(file, JSON.stringify({ recipe, corpusNames: { [elsewhere]: corpus.name } }))
    const words = ['compose', '--project', actor.project.slug, '--release', '1', '--recipe', file]
    const { run } = await glossJson(...words, '--seed', '7', '--licences', 'none', '--no-wait')
    expect(run.recipe).toMatchObject({
      ...{ seed: 7, compoundShare: 1, copies: 2, licences: [] },
      corpora: [{ id: corpus.id, weight: 2 }],
    })
    writeFileSync(file, JSON.stringify({ recipe: { ...recipe, seed: -1 } }))
    expect((await gloss([...words, '--json'])).code).toBe(2)
  })

  it('prices and drafts by the models of a connection', async () => {
    const fake = await startFakeLlm()
    const actor = await makeProject({ role: 'lead' })
    await makeCorpus(actor, { name: 'Ships', sentences: ['The [Petrel|vessel] left [Bergen|place].'] })
    await connectModels(actor, fake)
    const draft = ['draft', '--project', actor.project.slug, '--corpus', 'Ships', '--by']
    const { estimate } = await glossJson(...draft, 'Ours', '--estimate')
    expect(estimate).toMatchObject({ drafts: 2, calls: 4, fromStore: 0, priced: true, currency: 'USD' })
    expect(fake.standIn.counts.answered).toBe(0)
    const { drafted } = await glossJson(...draft, 'Ours')
    expect(drafted).toMatchObject({ drafted: 2, failed: 0, asked: { calls: 4, paid: 4 } })
    const unknown = await gloss([...draft, 'Theirs', '--json'])
    expect(JSON.parse(unknown.stdout)).toMatchObject({ error: { reason: 'connection-unknown' } })
    await fake.close()
  }, 120_000)

  it('drafts preference rules of a corpus, and format variants of carriers', async () => {
    const file = path.join(folder, 'articles.jsonl')
    const lines = Array.from({ length: 8 }, (_, at) =>
      JSON.stringify({
        text: `The Petrel ${at} left.`,
        spans: [{ start: 4, end: 12, label: 'vessel' }],
      }),
    )
    writeFileSync(file, lines.join('\n'))
    const project = ['--project', (await makeProject({ role: 'lead' })).project.slug]
    await glossJson(
      ...['import', file, ...project, '--licence', 'CC0-1.0', '--source', 'a test'],
      ...['--name', 'Articles', '--language', 'en'],
    )
    const rules = ['draft', 'rules', ...project, '--corpus', 'Articles']
    const { drafted } = await glossJson(...rules)
    expect(drafted.drafted).toBeGreaterThan(0)
    expect(drafted).toMatchObject({ unchanged: 0, left: 0 })
    expect((await gloss(rules)).stdout).toBe(
      `Articles, preference rules: 0 drafted, 0 said before, ${drafted.drafted} left as they stand\n`,
    )
    const formats = ['draft', 'formats', ...project, '--carriers', 'yaml']
    expect((await glossJson(...formats)).drafted).toMatchObject({ left: 0, failed: 0 })
    const unknown = await gloss(['draft', 'formats', ...project, '--carriers', 'yaml,prose', '--json'])
    expect(JSON.parse(unknown.stdout)).toMatchObject({ error: { code: 'usage' } })
    const without = await gloss(['draft', 'rules', ...project, '--json'])
    expect(without.code).toBe(2)
    expect(JSON.parse(without.stdout)).toMatchObject({ error: { code: 'usage' } })
  }, 120_000)

  it('fixes a corpus, says before what that would do, lists it and takes it back', async () => {
    const file = path.join(folder, 'spellings.jsonl')
    const span = (label: string) => ({ start: 0, end: 4, label })
    const lines = ['craft', 'Craft'].map((label) =>
      JSON.stringify({ text: 'Ship one left.', spans: [span(label)] }),
    )
    writeFileSync(file, lines.join('\n'))
    const project = ['--project', lead.project.slug]
    const { corpus } = await glossJson(
      ...['import', file, ...project, '--licence', 'CC0-1.0', '--source', 'a test', '--name', 'Spellings'],
    )
    const place = [...project, '--corpus', 'Spellings']
    const rename = ['fix', 'rename', ...place, '--from', 'Craft', '--to', 'craft']
    expect(await glossJson(...rename, '--preview')).toMatchObject({ instances: 1, items: 1, merges: true })
    expect(await glossJson(...rename)).toMatchObject({ number: 1, state: 'done', counts: { changed: 1 } })
    expect(await glossJson('fix', 'undo', ...place)).toMatchObject({ number: 2, counts: { changed: 1 } })
    expect(await glossJson('fix', 'list', ...place)).toMatchObject({
      corpusId: corpus.id,
      fixes: [{ number: 2 }, { number: 1, undone: true }],
    })
    expect(await glossJson('fix', 'undo', ...place)).toMatchObject({ undone: null })
    const unknown = await gloss(['fix', 'drop-label', ...place, '--from', 'boat', '--json'])
    expect(unknown.code).toBe(1)
    expect(JSON.parse(unknown.stdout)).toMatchObject({ error: { reason: 'fix-label-unknown' } })
  })

  it('names labels by a file, and lists them as such a file', async () => {
    const file = path.join(folder, 'named.jsonl')
    const span = (label: string) => ({ start: 0, end: 4, label })
    const lines = ['politicalparty', 'politicalparty', 'PER'].map((label) =>
      JSON.stringify({ text: 'Reed met them.', spans: [span(label)] }),
    )
    writeFileSync(file, lines.join('\n'))
    const project = ['--project', lead.project.slug]
    await glossJson(
      ...['import', file, ...project, '--licence', 'CC0-1.0', '--source', 'a test', '--name', 'Named'],
    )
    const place = [...project, '--corpus', 'Named']
    const suggested = await gloss(['names', 'list', ...place, '--suggest'])
    expect(suggested.stdout).toBe('label,en,zh\npoliticalparty,political party,政党\nPER,person,人物\n')
    const csv = path.join(folder, 'names.csv')
    writeFileSync(csv, suggested.stdout)
    expect(await glossJson('names', 'import', csv, ...place)).toMatchObject({ changed: 2 })
    expect(await glossJson('names', 'import', csv, ...place)).toMatchObject({ changed: 0 })
    const json = path.join(folder, 'names.json')
    writeFileSync(json, JSON.stringify({ PER: { zh: '' } }))
    expect(await glossJson('names', 'import', json, ...place)).toMatchObject({ changed: 1 })
    expect((await gloss(['names', 'list', ...place])).stdout).toContain('\nPER,person,\n')
    writeFileSync(json, JSON.stringify([{ label: 'PER', en: 'political party' }]))
    const taken = await gloss(['names', 'import', json, ...place, '--json'])
    expect(JSON.parse(taken.stdout)).toMatchObject({ error: { reason: 'label-name-taken' } })
    writeFileSync(json, 'label;en\nPER;person')
    expect((await gloss(['names', 'import', json, ...place])).code).toBe(2)
  })

  it('fixes a file while it imports it: steps from a file, and from options', async () => {
    const file = path.join(folder, 'doubtful.jsonl')
    const line = (text: string, label: string) =>
      JSON.stringify({ text, spans: [{ start: 0, end: 4, label }] })
    const lines = [
      line('Ship one left.', 'craft'),
      line('Ship one left.', 'Craft'),
      line('Ship two left.', 'boat'),
      line('Ship six left.', 'noise'),
    ]
    writeFileSync(file, lines.join('\n'))
    const plan = path.join(folder, 'plan.json')
    writeFileSync(
      plan,
      JSON.stringify({ fixes: [{ kind: 'relabel', from: ['boat'], to: 'craft' }], known: ['craft'] }),
    )
    const about = ['--project', lead.project.slug, '--licence', 'CC0-1.0', '--source', 'a test']
    const { corpus, fixes } = await glossJson(
      ...['import', file, ...about, '--name', 'Planned', '--plan', plan],
      ...['--rename', 'Craft=craft', '--drop-label', 'noise', '--drop', 'exact-duplicate'],
    )
    expect(corpus).toMatchObject({ instanceCount: 3, labels: [{ label: 'craft', items: 2 }] })
    expect(fixes).toMatchObject([
      { number: 1, counts: { changed: 1 } },
      { number: 2, counts: { changed: 1 } },
      { number: 3, counts: { changed: 1, droppedItems: 1 } },
      { number: 4, counts: { dropped: 1 } },
    ])
    for (const words of [
      ['--drop', 'near-duplicate'],
      ['--rename', 'craft'],
      ['--plan', file],
    ])
      expect((await gloss(['import', file, ...about, ...words])).code).toBe(2)
  })

  it('ends with 2 for words it does not know, 3 where nothing answers, 1 for a refusal; each says why', async () => {
    const words = await gloss(['approve', '--all', '--json'])
    expect(words).toMatchObject({ code: 2, stderr: expect.stringContaining('unknown command') })
    expect(JSON.parse(words.stdout)).toMatchObject({ error: { code: 'usage' } })
    const nowhere = await gloss(['status'], { GLOSS_URL: 'http://127.0.0.1:9' })
    expect(nowhere).toMatchObject({ code: 3, stderr: expect.stringContaining('Nothing answers at') })
    const stranger = await gloss(['status', '--json'], { GLOSS_TOKEN: 'gloss_wrong' })
    expect(stranger).toMatchObject({ code: 1, stderr: expect.stringContaining('does not accept the token') })
    const unknown = await gloss(['status', '--project', 'nowhere', '--json'])
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      error: { code: 'not_found', reason: 'project-unknown' },
    })
    const half = await gloss(['status'], { GLOSS_TOKEN: '' })
    expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining('GLOSS_TOKEN') })
  }, 60_000)

  it('reads any JSON by a mapping from a file or by its name, and a table by its columns', async () => {
    const project = ['--project', lead.project.slug, '--licence', 'CC0-1.0', '--source', 'a test']
    const log = path.join(folder, 'log.json')
    writeFileSync(
      log,
      JSON.stringify({
        log: [
          { said: 'Mara sailed', how: 'calm' },
          { said: 'Tom hid', how: 'loud' },
        ],
      }),
    )
    const mapping = { taskForm: 'tc', text: 'said', labels: 'how' }
    const mappingFile = path.join(folder, 'mapping.json')
    writeFileSync(mappingFile, JSON.stringify(mapping))
    const read = { taskForm: 'tc', format: 'mapping', instanceCount: 2, refusedCount: 0 }
    const named = (name: string) => [...project, '--name', name]
    const fromFile = ['import', log, ...named('Log by file'), '--mapping-file', mappingFile]
    expect((await glossJson(...fromFile)).corpus).toMatchObject(read)
    await saveMapping(lead, { name: 'Log', mapping: mappingSchema.parse(mapping) })
    const byName = ['import', log, ...named('Log by name'), '--mapping', 'Log']
    expect((await glossJson(...byName)).corpus).toMatchObject(read)
    const unknown = await gloss(['import', log, ...named('Log again'), '--mapping', 'Other', '--json'])
    expect(JSON.parse(unknown.stdout)).toMatchObject({ error: { reason: 'mapping-unknown' } })

    const table = path.join(folder, 'table.csv')
    writeFileSync(table, 'Satz;Urteil\nFein;gut\nSpät;schlecht\nSchön;gut\n')
    const columns = ['--format', 'csv', '--columns', 'text=Satz,label=Urteil']
    expect((await glossJson('import', table, ...named('Table'), ...columns)).corpus).toMatchObject({
      format: 'csv',
      instanceCount: 3,
    })
  })

  it('finds the Gloss of its folder by itself, and does not send that token elsewhere', async () => {
    writeFileSync(path.join(folder, 'running.json'), JSON.stringify({ url: cli.url }))
    writeFileSync(path.join(folder, 'token'), `${cli.token}\n`)
    const here = await gloss(['status', '--json'], { GLOSS_URL: '', GLOSS_TOKEN: '' })
    expect(JSON.parse(here.stdout)).toMatchObject({ url: cli.url, caller: { via: 'token' } })
    const elsewhere = await gloss(['status'], { GLOSS_URL: 'http://127.0.0.1:9', GLOSS_TOKEN: '' })
    expect(elsewhere.code).toBe(2)
  }, 60_000)

  it('takes a path from where npm was called, not from its own folder', async () => {
    writeFileSync(path.join(folder, 'beside.txt'), 'Petrel B-vessel\n')
    const words = ['import', 'beside.txt', '--project', lead.project.slug, '--licence', 'CC0-1.0', '--json']
    const npm = ['--silent', '--prefix', process.cwd(), 'run', 'gloss', '--', ...words, '--source', 'a test']
    const env = { ...process.env, GLOSS_URL: cli.url, GLOSS_TOKEN: cli.token }
    const { stdout } = await promisify(execFile)('npm', npm, { cwd: folder, env })
    expect(JSON.parse(stdout)).toMatchObject({ corpus: { instanceCount: 1, state: 'ready' } })
  }, 60_000)

  it('has no deed that needs a browser', () => {
    const sources = [
      'draft-guidelines',
      'import-corpus',
      'cut-release',
      'compose-run',
      'export-run',
      'show-status',
    ]
    const text = sources.map((name) => readFileSync(`scripts/gloss/${name}.ts`, 'utf8')).join('')
    expect(text).not.toMatch(/@\/lib\/reviews|decideDraft|undoDecision|leaseDrafts/)
  })
})
