import { readFileSync } from 'node:fs'
import { expect, test } from './app'

test('an export for the hub: divided, packed, looked at before, taken as a whole and file by file', async ({
  app,
  page,
}) => {
  const project = await app.projectWithDrafts('Exported')
  await app.openDesk(project)
  await page.keyboard.press('a')
  await app.expectSaved()
  const at = `/api/projects/${project}`
  await page.request.post(`${at}/releases`, { data: {} })
  const { items } = await (await page.request.get(`${at}/corpora`)).json()
  const recipe = { corpora: [items[0].id], copies: 4 }
  const run = await (await page.request.post(`${at}/runs`, { data: { release: 1, recipe } })).json()
  await app.jobToEnd(project, run.jobId)
  await page.request.post(`${at}/runs/1/audit/override`, { data: { reason: 'Looked at elsewhere.' } })

  await page.goto(`/p/${project}/exports`)
  await page.getByRole('button', { name: 'Export a run' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('region', { name: 'First record' })).toContainText('"messages"')
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'Parquet' }).click()
  await expect(dialog.getByText('Parquet is read unpacked.')).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Format' }).click()
  await page.getByRole('option', { name: 'Alpaca' }).click()
  await dialog.getByLabel('Validation %').fill('20')
  await dialog.getByRole('combobox', { name: 'Folder' }).click()
  await page.getByRole('option', { name: 'Hugging Face dataset' }).click()
  await dialog.getByLabel('Pack with gzip').check()
  await expect(dialog.getByText('data/validation-00000-of-00001.jsonl.gz')).toBeVisible()
  await expect(dialog.getByText('80% for training')).toBeVisible()
  await dialog.getByRole('button', { name: 'Start export' }).click()

  await expect(page.getByRole('heading', { name: 'Alpaca of run 1' })).toBeVisible()
  const link = page.getByRole('link', { name: 'Download data/train-00000-of-00001.jsonl.gz' })
  await expect(link).toBeVisible({ timeout: 20_000 })
  expect(await link.getAttribute('href')).toMatch(/\/files\/data\/train-00000-of-00001\.jsonl\.gz$/)
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toBe('train-00000-of-00001.jsonl.gz')
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString('hex'),
  ).toBe('1f8b')

  const whole = page.getByRole('link', { name: 'Download all' })
  const [archive] = await Promise.all([page.waitForEvent('download'), whole.click()])
  const bytes = readFileSync(await archive.path())
  for (const name of ['README.md', 'manifest.json', 'data/train-00000-of-00001.jsonl.gz'])
    expect(bytes.includes(name)).toBe(true)
  const address = (await whole.getAttribute('href'))!
  const rest = await page.request.get(address, { headers: { range: 'bytes=1000-' } })
  expect([rest.status(), (await rest.body()).equals(bytes.subarray(1000))]).toEqual([206, true])
})
