import type { Browser, Page } from '@playwright/test'
import { App, expect, test } from './app'

/** Another person of the project, in a browser of their own. */
async function join(lead: Page, browser: Browser, project: string): Promise<Page> {
  const invited = await lead.request.post(`/api/projects/${project}/invitations`, {
    data: { role: 'annotator', note: '' },
  })
  expect(invited.ok(), await invited.text()).toBe(true)
  const { path } = (await invited.json()) as { path: string }
  const page = await (await browser.newContext({ storageState: { cookies: [], origins: [] } })).newPage()
  await page.goto(path)
  await page.getByLabel('Name').fill('Nora New')
  await page.getByLabel('E-mail').fill(`nora-${Date.now()}@example.org`)
  await page.getByLabel('Password').fill('four loud gulls')
  await page.getByRole('button', { name: 'Make the account and join' }).click()
  await page.waitForURL(`**/p/${project}**`)
  return page
}

test('a lead marks gold questions, a newcomer warms up on them and goes on to drafts that count', async ({
  app,
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const project = await app.makeProject('Gold')
  for (const name of ['North', 'South']) {
    const { id } = await app.importCorpus(project, { name })
    await app.draftGuidelines(project, id)
  }
  await page.goto(`/p/${project}/queue/gold`)
  await expect(page.getByText('No gold questions yet')).toBeVisible()
  await expect(page.getByText('Nobody has warmed up yet.')).toBeVisible()

  await app.openDesk(project)
  for (const keys of [['a'], ['r', '1'], ['a']]) {
    for (const key of keys) await page.keyboard.press(key)
    await app.expectSaved()
    await app.deskReady()
  }
  const made = await page.request.get(`/api/projects/${project}/decisions`)
  const { items } = (await made.json()) as { items: { versionId: string; artifactId: string }[] }
  expect(items).toHaveLength(3)
  await page.goto(`/p/${project}/library?state=all&artifact=${items[0]!.artifactId}`)
  await page.getByRole('tab', { name: /Versions/ }).click()
  await page.getByRole('button', { name: 'Make it a gold question' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Approved')).toBeVisible()
  await dialog.getByRole('textbox', { name: /Why/ }).fill('It says what the label leaves out.')
  await dialog.getByRole('button', { name: 'Make it one' }).click()
  await expect(page.getByRole('button', { name: 'Gold question', exact: true })).toBeVisible()
  for (const { versionId } of items.slice(1)) {
    const marked = await page.request.post(`/api/projects/${project}/gold`, {
      data: { versionId, note: 'Look at what it includes.' },
    })
    expect(marked.ok(), await marked.text()).toBe(true)
  }

  await page.goto(`/p/${project}/queue/plan`)
  const planned = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.getByRole('combobox', { name: 'Guidelines: Warm-up of newcomers' }).click()
  await page.getByRole('option', { name: '3 questions' }).click()
  await planned
  const barred = page.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await page.getByRole('combobox', { name: 'Guidelines: Right answers to pass the warm-up' }).click()
  await page.getByRole('option', { name: '2 right to pass' }).click()
  await barred
  // An open desk holds drafts: the newcomer is to have them.
  await page.goto(`/p/${project}/queue/gold`)
  await page.request.delete(`/api/projects/${project}/queue/leases`)

  const newcomer = await join(page, browser, project)
  await new App(newcomer).openDesk(project)
  for (const at of [1, 2, 3]) {
    await expect(newcomer.getByText(`Warm-up: guideline ${at} of 3.`)).toBeVisible()
    await newcomer.keyboard.press('a')
    const lesson = newcomer.getByRole('dialog')
    await expect(lesson.getByText(/^(Right|Not this time)$/)).toBeVisible()
    await expect(
      lesson.getByText(/Look at what it includes\.|It says what the label leaves out\./),
    ).toBeVisible()
    if (at === 3) await expect(lesson.getByText('You are through')).toBeVisible()
    await lesson.getByRole('button', { name: 'Go on' }).press('Enter')
    await expect(lesson).toBeHidden()
  }
  await new App(newcomer).deskReady()
  await expect(newcomer.getByText(/^Warm-up/)).toBeHidden()
  await newcomer.keyboard.press('a')
  await new App(newcomer).expectSaved()

  await page.reload()
  const warmUps = page.getByRole('table', { name: 'Warm-up' })
  await expect(warmUps.getByRole('row', { name: /Nora New/ })).toContainText('passed')
  await expect(page.getByRole('table', { name: 'Gold questions' }).getByRole('row')).toHaveCount(4)
  const decided = await page.request.get(`/api/projects/${project}/decisions`)
  expect(((await decided.json()) as { items: unknown[] }).items).toHaveLength(4)
})
