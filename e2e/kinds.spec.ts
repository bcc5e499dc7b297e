import { expect, type Page } from '@playwright/test'
import { type App, test } from './app'
import { Desk } from './desk'

/** Sentences in which “the” stands before every ship: what a rule can be about. */
const SHIPS = ['Petrel', 'Heron', 'Tern', 'Gull', 'Osprey', 'Plover', 'Dunlin', 'Curlew']
const CORPUS = SHIPS.map((ship) =>
  ['They\tO', 'saw\tO', 'the\tO', `${ship}\tB-vessel`, 'off\tO', 'Ostrey\tB-place', '.\tO'].join('\n'),
).join('\n\n')

test('rules and formats are ordered, decided and released like guidelines', async ({ app, page }) => {
  test.slow() // three jobs and two desks in one go
  const project = await app.makeProject('Kinds')
  const corpus = await app.importCorpus(project, { name: 'Ships', text: CORPUS })

  await order(page, { project, corpus: corpus.id, button: 'Draft rules' })
  const rule = await firstWaiting(app, project, 'rule')
  await order(page, { project, corpus: corpus.id, button: 'Draft formats' })
  const format = await firstWaiting(app, project, 'format')

  const desk = new Desk(page)
  await page.goto(`/p/${project}/queue?version=${rule}`)
  await app.deskReady()
  await expect(applications(page).first()).toBeVisible()
  await desk.press('j', 'y', 'y')
  await expect(page.getByText('2 of 2 right: at most 77.6 % wrong at 95 %')).toBeVisible()
  await desk.press('n')
  await desk.type('Part of the name')
  await desk.press('Enter')
  await expect(page.getByText('approving makes 1 exception')).toBeVisible()
  await desk.press('a')
  await app.expectSaved()

  await page.goto(`/p/${project}/queue?version=${format}`)
  await app.deskReady()
  await expect(page.getByText('came back as it was').first()).toBeVisible()
  await desk.press('a')
  await app.expectSaved()

  const decided = await decisions(page, project)
  expect(decided.map(({ verdict }) => verdict)).toEqual(['approve', 'approve', 'edit'])
  expect(decided.find(({ verdict }) => verdict === 'edit')?.sample).toEqual({ right: 2, wrong: 1 })

  await page.goto(`/p/${project}/library`)
  await expect(page.getByRole('button', { name: /^Rules ?1/ })).toBeVisible()
  await page.getByRole('button', { name: /^Formats ?1/ }).click()
  await expect(page.getByRole('row')).toHaveCount(2)

  await page.goto(`/p/${project}/library/releases`)
  await page.getByRole('button', { name: 'Cut release 1' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cut release' }).click()
  await expect(page.getByText('1 rule and 1 format variant')).toBeVisible()

  const library = await (await page.request.get(`/api/projects/${project}/library?kind=format`)).json()
  await page.goto(`/p/${project}/library?artifact=${library.items[0].artifactId}`)
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Change the format variant' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('In a way of our own')
  await dialog.getByRole('button', { name: 'Send for review' }).click()
  await expect(dialog).toBeHidden()
  const next = await firstWaiting(app, project, 'format')
  expect(next).not.toBe(format)
})

test('marks and decisions of a rule stay out of what is typed', async ({ app, page }) => {
  test.slow()
  const project = await app.makeProject('Typing rules')
  const corpus = await app.importCorpus(project, { name: 'Ships', text: CORPUS })
  await order(page, { project, corpus: corpus.id, button: 'Draft rules' })
  const desk = new Desk(page)
  await app.openDesk(project)
  await expect(applications(page).first()).toBeVisible()
  const title = await desk.label()

  await desk.compose('a')
  await desk.compose('y')
  await desk.press('j', 'n')
  await desk.type('a y n s z')
  await desk.press('Escape')
  await desk.press('e')
  await page.getByRole('textbox', { name: 'Note' }).fill('any')
  await desk.press('Escape')

  await desk.expectLabel(title)
  expect(await decisions(page, project)).toEqual([])
})

/** Orders drafts on the corpus's page and waits for the job. */
async function order(page: Page, of: { project: string; corpus: string; button: string }): Promise<void> {
  await page.goto(`/p/${of.project}/corpora/${of.corpus}`)
  await page.getByRole('button', { name: of.button }).click()
  const answer = page.waitForResponse((response) => response.url().endsWith('/drafts'))
  await page.getByRole('button', { name: 'Start drafting' }).click()
  const { jobId } = await (await answer).json()
  const state = async () =>
    (await (await page.request.get(`/api/projects/${of.project}/jobs/${jobId}`)).json()).state
  await expect.poll(state, { timeout: 60_000, intervals: [100, 250] }).toBe('done')
}

async function firstWaiting(app: App, project: string, kind: string): Promise<string> {
  const { request } = app.page
  const found = await request.get(`/api/projects/${project}/library?state=waiting&kind=${kind}`)
  const { items } = await found.json()
  expect(items.length).toBeGreaterThan(0)
  const one = await request.get(`/api/projects/${project}/library/${items[0].artifactId}`)
  return (await one.json()).versions[0].id
}

async function decisions(
  page: Page,
  project: string,
): Promise<{ verdict: string; sample: { right: number; wrong: number } | null }[]> {
  return (await (await page.request.get(`/api/projects/${project}/decisions`)).json()).items
}

const applications = (page: Page) => page.locator('[data-application]').filter({ visible: true })
