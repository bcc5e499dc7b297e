import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type App, expect, test } from './app'

/** What a person sees of the library's list. */
const rows = (page: Page) => page.getByRole('region', { name: 'Library' }).getByRole('row')

/** A project whose drafts a person has approved. */
async function projectWithLibrary(app: App, name: string): Promise<string> {
  const project = await app.projectWithDrafts(name)
  const { request } = app.page
  const leased = await request.post(`/api/projects/${project}/queue/leases`, { data: { count: 10 } })
  const { items } = await leased.json()
  expect(items).toHaveLength(3)
  for (const { version } of items) {
    const decided = await request.post(`/api/projects/${project}/decisions`, {
      data: {
        ...{ verdict: 'approve', versionId: version.id, contentHash: version.contentHash },
        ...{ comment: '', elapsedMs: 900, requestKey: crypto.randomUUID() },
      },
    })
    expect(decided.ok(), await decided.text()).toBe(true)
  }
  return project
}

test('a lead finds, compares and keeps filters, and the address says what is looked at', async ({
  app,
  page,
}) => {
  test.slow()
  const project = await projectWithLibrary(app, 'Desk of the library')
  await page.goto(`/p/${project}/library`)
  const facets = page.getByRole('navigation', { name: 'Kinds and labels' })
  await expect(facets.getByRole('button', { name: /^Guidelines ?3/ })).toBeVisible()

  await page.getByRole('searchbox', { name: 'Search everything' }).fill('vessel')
  await expect(page).toHaveURL(/q=vessel/)
  await expect(page.getByRole('row', { name: /vessel/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByLabel('Keep the present one as').fill('Ships')
  await page.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Ships', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.goto(`/p/${project}/library`)
  await page.getByRole('button', { name: 'Title' }).click()
  await expect(page).toHaveURL(/order=desc/)
  await expect(rows(page).nth(1)).toContainText('vessel')
  await page.getByRole('checkbox', { name: 'Compare “vessel”' }).check()
  await page.getByRole('checkbox', { name: 'Compare “place”' }).check()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  const side = page.getByRole('region', { name: 'Side by side' })
  await expect(side.getByText('Definition').first()).toBeVisible()
  await side.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge two into one' })
  await expect(dialog.getByLabel('The one text')).toHaveValue(/definition:/)
  await dialog.getByRole('button', { name: 'Send for review' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('tab', { name: /Versions/ }).click()
  await expect(page.getByText(/merged from “place”/)).toBeVisible()
})

test('a library goes out as a folder and comes back as drafts, and one item goes to another project', async ({
  app,
  page,
}) => {
  test.slow()
  const project = await projectWithLibrary(app, 'Folder of the library')
  const other = await app.makeProject('Other library')
  await app.importCorpus(other, { name: 'Small' })
  await page.goto(`/p/${project}/library`)
  await page.getByRole('button', { name: 'Library as a folder' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download as a folder (ZIP)' }).click()
  const file = await (await downloading).path()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')

  await page.getByRole('row', { name: /person/ }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Copy to another project…' }).click()
  const copy = page.getByRole('dialog', { name: /Copy/ })
  await copy.getByRole('combobox', { name: 'Project' }).click()
  await page.getByRole('option', { name: /Other library/ }).click()
  await copy.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(copy.getByRole('status')).toContainText('A draft waits in Other library')

  await page.goto(`/p/${other}/library?state=waiting`)
  await expect(rows(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'Library as a folder' }).click()
  await page.getByRole('menuitem', { name: 'Import a folder…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a library' })
  await dialog
    .getByLabel('Choose a library packed as a ZIP')
    .setInputFiles({ name: 'library.zip', mimeType: 'application/zip', buffer: readFileSync(file) })
  await expect(dialog.getByText('2 new · 1 the same')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make 2 drafts' }).click()
  await expect(dialog.getByRole('status')).toBeVisible()
  const waiting = async () =>
    (await (await page.request.get(`/api/projects/${other}/library?state=waiting`)).json()).items.length
  await expect.poll(waiting, { timeout: 30_000 }).toBe(3)
})
