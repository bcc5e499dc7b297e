import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Browser, test as base, expect, type Page } from '@playwright/test'

const files = path.resolve(process.env.GLOSS_DATA_DIR ?? '.data', 'test', 'e2e')
export const ADMIN_STATE = path.join(files, 'admin.json')

/** What `e2e/serve.mjs` left: where it serves, and the link for the first account. */
export function running(): { url: string; databaseUrl: string; firstAccount: string } {
  return JSON.parse(readFileSync(path.join(files, 'running.json'), 'utf8'))
}

/** A small corpus as CoNLL: two labels, titles before names, the same word under two labels. */
export const SMALL_CORPUS = [
  ['The', 'O', 'Grey', 'B-vessel', 'Heron', 'I-vessel', 'left', 'O', 'Ostrey', 'B-place', '.', 'O'],
  [
    'Captain',
    'O',
    'Mara',
    'B-person',
    'Quill',
    'I-person',
    'steered',
    'O',
    'the',
    'O',
    'Grey',
    'B-vessel',
    'Heron',
    'I-vessel',
    '.',
    'O',
  ],
  ['Ostrey', 'B-place', 'waited', 'O', 'for', 'O', 'Mara', 'B-person', 'Quill', 'I-person', '.', 'O'],
  ['Nobody', 'O', 'came', 'O', '.', 'O'],
  [
    'The',
    'O',
    'pilot',
    'O',
    'of',
    'O',
    'Ostrey',
    'B-place',
    'met',
    'O',
    'Tom',
    'B-person',
    'Arrow',
    'I-person',
    '.',
    'O',
  ],
]
  .map((pairs) => pairs.flatMap((word, at) => (at % 2 === 0 ? [`${word}\t${pairs[at + 1]}`] : [])).join('\n'))
  .join('\n\n')

/** Deeds of a person, named as people name them. */
export class App {
  constructor(readonly page: Page) {}

  /** A project of the test's own, so that tests do not meet. */
  async makeProject(name: string): Promise<string> {
    const made = await this.page.request.post('/api/projects', {
      data: { name: `${name} ${Date.now() % 1e7}` },
    })
    expect(made.ok(), await made.text()).toBe(true)
    return (await made.json()).slug
  }

  /** Imports text as a corpus over the API and waits until it is there. */
  async importCorpus(project: string, given: { name: string; text?: string }): Promise<{ id: string }> {
    const upload = await this.page.request.post(`/api/projects/${project}/uploads?name=small.conll`, {
      data: Buffer.from(given.text ?? SMALL_CORPUS),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const { id: uploadId } = await upload.json()
    const details = {
      name: given.name,
      language: 'en',
      licence: 'CC0-1.0',
      source: 'written for a test',
      split: 'train',
    }
    const started = await this.page.request.post(`/api/projects/${project}/corpora`, {
      data: { uploadId, ...details },
    })
    expect(started.ok(), await started.text()).toBe(true)
    const { corpus, jobId } = await started.json()
    await this.jobToEnd(project, jobId)
    return corpus
  }

  /** The survey that every import orders has ended. */
  async surveyed(project: string, corpus: string): Promise<void> {
    const open = async () =>
      (await (await this.page.request.get(`/api/projects/${project}/corpora/${corpus}/survey`)).json()).jobId
    await expect.poll(open, { timeout: 60_000, intervals: [100, 250] }).toBe(null)
  }

  async draftGuidelines(project: string, corpus: string): Promise<void> {
    const started = await this.page.request.post(`/api/projects/${project}/corpora/${corpus}/drafts`, {
      data: {},
    })
    expect(started.ok(), await started.text()).toBe(true)
    await this.jobToEnd(project, (await started.json()).jobId)
  }

  async jobToEnd(project: string, job: string): Promise<void> {
    const state = async () =>
      (await (await this.page.request.get(`/api/projects/${project}/jobs/${job}`)).json()).state
    await expect.poll(state, { timeout: 30_000, intervals: [100, 250] }).toBe('done')
  }

  /** A project with one corpus and a waiting draft per label. */
  async projectWithDrafts(name: string): Promise<string> {
    const project = await this.makeProject(name)
    const { id } = await this.importCorpus(project, { name: 'Small' })
    await this.draftGuidelines(project, id)
    return project
  }

  async openDesk(project: string): Promise<void> {
    await this.page.goto(`/p/${project}/queue`)
    await this.deskReady()
  }

  /** A draft is on the desk and may be decided. */
  async deskReady(): Promise<void> {
    await expect(this.page.getByRole('button', { name: 'Approve A' })).toBeEnabled()
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText('saved', { exact: true })).toBeVisible()
  }
}

/** Another person of the project, in a browser of their own. */
export async function join(
  lead: Page,
  browser: Browser,
  given: { project: string; name: string },
): Promise<Page> {
  const { project, name } = given
  const invited = await lead.request.post(`/api/projects/${project}/invitations`, {
    data: { role: 'annotator', note: '' },
  })
  expect(invited.ok(), await invited.text()).toBe(true)
  const { path } = (await invited.json()) as { path: string }
  const page = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
  await page.goto(path)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.split(' ')[0]!.toLowerCase()}-${Date.now()}@example.org`)
  await page.getByLabel('Password').fill('four loud gulls')
  await page.getByRole('button', { name: 'Make the account and join' }).click()
  await page.waitForURL(`**/p/${project}**`)
  return page
}

export const test = base.extend<{ app: App }>({
  app: async ({ page }, use) => use(new App(page)),
})
export { expect }
