import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './app'

test('the loop, from a corpus to a file for the trainer', async ({ app, page }) => {
  test.setTimeout(240_000)
  const project = await app.projectWithDrafts('Loop')

  await page.goto(`/p/${project}`)
  await expect(page.getByText('3 drafts wait for you.')).toBeVisible()
  await page.getByRole('link', { name: 'Review' }).first().click()
  await app.deskReady()
  await page.keyboard.press('a')
  await page.keyboard.press('a')
  await page.keyboard.press('r')
  await page.keyboard.press('2')
  await app.expectSaved()

  await page.goto(`/p/${project}/library/releases`)
  await page.getByRole('button', { name: 'Cut release 1' }).click()
  await expect(page.getByText('It would hold 2 versions')).toBeVisible()
  await page.getByRole('button', { name: 'Cut release', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Release 1', level: 1 })).toBeVisible()

  await page.getByRole('link', { name: 'Compose from it' }).click()
  await expect(
    page.getByRole('region', { name: 'Preview' }).getByText('Instruction', { exact: true }),
  ).toBeVisible()
  await keepRecipe(page)
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Run 1' })).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText('Run 1 is not released yet')).toBeVisible()
  await page.getByRole('link', { name: 'Go to its audit' }).click()
  await page.getByRole('button', { name: 'Order a sample' }).click()
  await page.getByLabel('Records to look at').fill('2')
  await page.getByRole('button', { name: 'Order the sample' }).click()
  await page.getByRole('link', { name: 'Review' }).click({ timeout: 20_000 })
  await app.deskReady()
  await expect(page.getByRole('heading', { name: /composed record/ })).toBeVisible()
  await page.keyboard.press('a')
  await app.deskReady()
  await page.keyboard.press('a')
  await app.expectSaved()
  await page.goto(`/p/${project}/compose/1`)
  await expect(page.getByText('2 of 2 right: at most 77.6 % wrong at 95 %')).toBeVisible()
  await page.getByRole('button', { name: 'Release the run' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Release the run' }).click()
  await expect(page.getByText('Released', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('button', { name: 'Start export' }).click()

  const link = page.getByRole('link', { name: /Download openai-chat/ })
  await expect(link).toBeVisible({ timeout: 20_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\n')
  expect(lines.length).toBeGreaterThan(0)
  for (const line of lines) {
    const { messages } = JSON.parse(line)
    expect(messages.at(-1).role).toBe('assistant')
    expect(() => JSON.parse(messages.at(-1).content)).not.toThrow()
  }
  await retireOne(page, project)
})

/** A recipe saved by name, changed by a preset into a second version, and looked at field by field. */
async function keepRecipe(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Save recipe' })
  await dialog.getByLabel('Name').fill('Harbour mix')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('v1', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Without guidelines' }).click()
  await expect(page.getByText('Unsaved changes')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('v2', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Recipe Harbour mix' }).click()
  await page.getByRole('menuitem', { name: 'Versions…' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions of Harbour mix' })
  await expect(versions.getByText('60%')).toBeVisible()
  await expect(versions.getByText('0%', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Hum 55/45' }).click()
  await page.getByRole('slider', { name: 'Basic and compound' }).press('End')
  await expect(page.getByText('0% basic, 100% compound')).toBeVisible()
}

/** What is retired makes everything that is built on it stale, and its restoring makes it good again. */
async function retireOne(page: Page, project: string): Promise<void> {
  await page.goto(`/p/${project}/library`)
  await page.getByRole('row').nth(1).click()
  await page.getByRole('button', { name: 'Retire…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('link', { name: 'Release 1' })).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Run 1', exact: true })).toBeVisible()
  await dialog.getByLabel('Reason').fill('Split in two.')
  await dialog.getByRole('button', { name: 'Retire' }).click()
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible()
  await page.getByRole('link', { name: 'Stale', exact: true }).click()
  await expect(page.getByText(/v1 was retired/)).toBeVisible()
  await page.getByRole('link', { name: 'Releases', exact: true }).click()
  await page.getByRole('link', { name: 'Stale: 1 of 2' }).click()
  await page.getByRole('link', { name: /v1 was retired/ }).click()
  await page.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('link', { name: 'Stale', exact: true }).click()
  await expect(page.getByText('Nothing is stale')).toBeVisible()
}

test('what was rejected or waits is in no byte of a run', async ({ app, page }) => {
  const project = await app.projectWithDrafts('Only approved')
  await app.openDesk(project)
  await page.keyboard.press('a')
  await app.expectSaved()
  const library = await (await page.request.get(`/api/projects/${project}/library?state=all`)).json()
  const [approved] = library.items.filter((item: { state: string }) => item.state === 'approved')
  const others = library.items.filter((item: { state: string }) => item.state === 'waiting')
  expect(others).toHaveLength(2)
  await page.request.post(`/api/projects/${project}/releases`, { data: {} })
  const corpora = await (await page.request.get(`/api/projects/${project}/corpora`)).json()
  const recipe = { corpora: [corpora.items[0].id], compoundShare: 1, copies: 20, emptyShare: 1 }
  const started = await (
    await page.request.post(`/api/projects/${project}/runs`, { data: { release: 1, recipe } })
  ).json()
  await app.jobToEnd(project, started.jobId)
  const records = await (
    await page.request.get(`/api/projects/${project}/runs/1/instructions?limit=200`)
  ).json()
  const used = new Set(
    records.items.flatMap((record: { provenance: { versions: { versionId: string }[] } }) =>
      record.provenance.versions.map((one) => one.versionId),
    ),
  )
  expect([...used]).toEqual([approved.versionId])
  for (const other of others) {
    const detail = await (
      await page.request.get(`/api/projects/${project}/library/${other.artifactId}`)
    ).json()
    const { definition } = detail.versions[0].content
    expect(JSON.stringify(records)).not.toContain(definition)
  }
})
