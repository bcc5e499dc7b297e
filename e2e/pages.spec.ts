import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app'
import { startFakeLlm } from './fake-llm/start-fake-llm'

const LOOKS = [
  { theme: 'light', locale: 'en', width: 1440 },
  { theme: 'dark', locale: 'zh', width: 1440 },
  { theme: 'dark', locale: 'en', width: 390 },
  { theme: 'light', locale: 'zh', width: 390 },
] as const

/** Every page of a project that has something on each of them. */
const PAGES = [
  '',
  '/corpora',
  '/corpora/import',
  '/corpora/{corpus}',
  '/corpora/{corpus}?tab=instances&q=the',
  '/corpora/{corpus}?tab=labels',
  '/corpora/{corpus}?tab=problems',
  '/corpora/{corpus}?tab=report',
  '/corpora/{corpus}?tab=about',
  '/queue',
  '/queue/gold',
  '/library?state=all',
  '/library?state=all&artifact={artifact}',
  '/library/releases',
  '/library/stale',
  '/library/releases/1',
  '/taxonomy',
  '/taxonomy?q=phys',
  '/taxonomy?node={node}',
  '/compose',
  '/compose/1',
  '/exports',
  '/exports/{export}',
  '/quality',
  '/quality/agreement',
  '/quality/agreement/drafts',
  '/quality/decisions',
  '/models',
  '/models/spend',
  '/models/calls',
  '/models/calls/{call}',
  '/models/learning',
  '/people',
  '/activity',
]

for (const look of LOOKS) {
  test(`every page is accessible and fits: ${look.theme}, ${look.locale}, ${look.width} px`, async ({
    app,
    page,
    context,
  }) => {
    test.setTimeout(600_000)
    const names = await fullProject(app, page)
    const url = new URL(page.url() === 'about:blank' ? (test.info().project.use.baseURL ?? '') : page.url())
      .origin
    await context.addCookies([
      { name: 'gloss-theme', value: look.theme, url },
      { name: 'gloss-locale', value: look.locale, url },
    ])
    await page.setViewportSize({ width: look.width, height: 900 })
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    const addresses = PAGES.map(
      (one) =>
        `/p/${names.project}${one.replace(/\{(\w+)\}/g, (_all, key: string) => names[key as 'corpus'])}`,
    )
    for (const address of [...addresses, '/projects', '/account']) await inspect(page, address, look.width)
    expect(errors).toEqual([])
  })
}

async function inspect(page: Page, address: string, width: number): Promise<void> {
  await page.goto(address)
  await expect(page.locator('h1').first()).toBeAttached()
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect.soft(found, address).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(wide, `${address} scrolls sideways`).toBeLessThanOrEqual(width)
}

async function fullProject(
  app: {
    projectWithDrafts(name: string): Promise<string>
    surveyed(project: string, corpus: string): Promise<void>
    jobToEnd(project: string, job: string): Promise<void>
    openDesk(project: string): Promise<void>
  },
  page: Page,
) {
  const project = await app.projectWithDrafts('Pages')
  await app.openDesk(project)
  await page.keyboard.press('a')
  await expect(page.getByText('saved', { exact: true })).toBeVisible()
  const at = `/api/projects/${project}`
  const post = async (address: string, data: unknown) =>
    (await page.request.post(at + address, { data })).json()
  const get = async (address: string) => (await page.request.get(at + address)).json()
  const corpus = (await get('/corpora')).items[0].id as string
  await app.surveyed(project, corpus)
  const artifact = (await get('/library?state=all')).items[0].artifactId as string
  await post('/releases', {})
  const run = await post('/runs', { release: 1, recipe: { corpora: [corpus] } })
  await app.jobToEnd(project, run.jobId)
  await post('/runs/1/audit/override', { reason: 'Written for a test.' })
  const exported = await post('/exports', { run: 1, format: 'alpaca' })
  await app.jobToEnd(project, exported.jobId)
  const call = await askModel({ app, page, project, corpus })
  await post('/taxonomy/starter', {})
  const node = (await get('/taxonomy/nodes')).items[0].id as string
  return { project, corpus, artifact, node, export: exported.export.id as string, call }
}

/** Rules that a model drafts and a connection that was tested, so that there is a call to look at and what the test found. */
async function askModel(of: {
  app: { jobToEnd(project: string, job: string): Promise<void> }
  page: Page
  project: string
  corpus: string
}): Promise<string> {
  const { app, page, project, corpus } = of
  const model = await startFakeLlm()
  const at = `/api/projects/${project}`
  const post = async (address: string, data: unknown) =>
    (await page.request.post(at + address, { data })).json()
  const roles = { drafter: { model: 'stand-in' } }
  const { id } = await post('/connections', { name: 'Ours', baseUrl: `${model.url}/v1`, roles })
  const { jobId } = await post(`/corpora/${corpus}/rules/drafts`, { by: { connectionId: id } })
  await app.jobToEnd(project, jobId)
  await app.jobToEnd(project, (await post(`/connections/${id}/test`, undefined)).jobId)
  await model.close()
  return (await (await page.request.get(`${at}/calls`)).json()).items[0].id as string
}
