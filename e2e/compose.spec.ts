import type { Page } from '@playwright/test'
import { type App, expect, test } from './app'

/** A project with a small corpus and a release of one guideline. */
async function releasedProject(app: App, page: Page, name: string) {
  const project = await app.projectWithDrafts(name)
  await app.openDesk(project)
  await page.keyboard.press('a')
  await app.expectSaved()
  await page.request.post(`/api/projects/${project}/releases`, { data: {} })
  const { items } = await (await page.request.get(`/api/projects/${project}/corpora`)).json()
  return { project, corpus: items[0].id as string }
}

test('a recipe that nobody saved is there again, and can be taken back', async ({ app, page }) => {
  const { project } = await releasedProject(app, page, 'Unsaved')
  await page.goto(`/p/${project}/compose`)
  const seed = page.getByRole('spinbutton', { name: 'Seed' })
  await seed.fill('7')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.goto(`/p/${project}/exports`)
  await page.goto(`/p/${project}/compose`)
  await expect(seed).toHaveValue('7')
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.getByRole('button', { name: 'Take back the changes' }).click()
  await expect(seed).toHaveValue('42')
  await page.getByRole('button', { name: 'Bring them back' }).click()
  await expect(seed).toHaveValue('7')
})

test('what the gates refuse is shown before and after, down to its instance', async ({ app, page }) => {
  const { project, corpus } = await releasedProject(app, page, 'Gates')
  await page.goto(`/p/${project}/compose`)
  await page.getByText('Sizes').click()
  await page.getByLabel('Longest record, in characters').fill('200')
  await page.getByRole('tab', { name: /^Refused/ }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByText(/characters, 200 allowed\./).first()).toBeVisible()

  const recipe = { corpora: [corpus], maxLength: 200 }
  const at = `/api/projects/${project}`
  const { jobId } = await (await page.request.post(`${at}/runs`, { data: { release: 1, recipe } })).json()
  await app.jobToEnd(project, jobId)
  await page.goto(`/p/${project}/compose/1`)
  await page.getByRole('button', { name: /^length: \d+ refused$/ }).click()
  const dialog = page.getByRole('dialog')
  const refused = dialog.getByText(/characters, 200 allowed\./).first()
  await refused.click()
  await dialog.getByRole('link', { name: 'Open the instance' }).first().click()
  await expect(page).toHaveURL(/ordinal=1$/)
  await expect(page.getByRole('button', { name: 'Take away: Instance 1' })).toBeVisible()
  await expect(page.getByText('left', { exact: false }).first()).toBeVisible()
})
