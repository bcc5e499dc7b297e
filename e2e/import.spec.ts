import { expect, SMALL_CORPUS, test } from './app'

test('a corpus is dropped in, seen before it is kept, and reported line by line', async ({ app, page }) => {
  const project = await app.makeProject('Import')
  await page.goto(`/p/${project}/corpora`)
  await expect(page.getByText('No corpus yet')).toBeVisible()
  await page.getByRole('link', { name: 'Import corpus' }).first().click()

  const broken = `${SMALL_CORPUS}\n\nA\tO\nline\tB-\n`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'harbour-dev.conll', mimeType: 'text/plain', buffer: Buffer.from(broken) })
  await expect(page.getByText('5 instances, 3 labels, 1 line refused')).toBeVisible()
  await expect(page.getByRole('region', { name: 'harbour-dev.conll' })).toBeFocused()
  await expect(page.locator('mark', { hasText: 'Grey Heron' }).first()).toBeVisible()

  await page.getByRole('button', { name: 'Import 5 instances' }).click()
  const licence = page.getByLabel('Licence')
  await expect(licence).toBeFocused()
  await expect(licence).toHaveAttribute('aria-invalid', 'true')
  await expect(licence).toHaveAccessibleDescription('Needed')
  await page.keyboard.type('CC0-1.0')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Source')).toBeFocused()
  await page.keyboard.type('written for a test')
  await page.getByRole('button', { name: 'Import 5 instances' }).click()

  await expect(page.getByText('Ready')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('tab', { name: /Instances/ }).click()
  await expect(page.getByText('Captain Mara Quill', { exact: false }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Corpora ?1$/ })).toBeVisible()
  await page.getByRole('tab', { name: /Report/ }).click()
  await expect(page.getByText('1 line refused', { exact: false })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.csv$/)
})

test('a name that another corpus has is shown at the name, and the import goes on with another', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Taken')
  await app.importCorpus(project, { name: 'harbour' })
  await page.goto(`/p/${project}/corpora/import`)
  const buffer = Buffer.from(`${SMALL_CORPUS}\n\nOstrey\tB-place\n`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'harbour.conll', mimeType: 'text/plain', buffer })
  const name = page.getByLabel('Name')
  await name.fill('harbour')
  await page.getByLabel('Licence').fill('CC0-1.0')
  await page.getByLabel('Source').fill('written for a test')
  await page.getByRole('button', { name: /^Import/ }).click()
  await expect(name).toBeFocused()
  await expect(name).toHaveAccessibleDescription(/is the name of a corpus that was made from another file/)
  await name.fill('harbour again')
  await expect(name).not.toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'harbour again' })).toBeFocused()
})

test('a file of another kind is refused with a reason, and nothing is kept', async ({ app, page }) => {
  const project = await app.makeProject('Refused')
  await page.goto(`/p/${project}/corpora/import`)
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.alloc(2000),
  ])
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: png })
  await expect(page.getByRole('alert')).toBeVisible()
  const corpora = await (await page.request.get(`/api/projects/${project}/corpora`)).json()
  expect(corpora.items).toEqual([])
})

test('a file of 12 MB arrives whole', async ({ app, page }) => {
  const project = await app.makeProject('Large')
  await page.goto(`/p/${project}/corpora/import`)
  const line = `${JSON.stringify({ text: `Mara Quill sailed. ${'x'.repeat(1000)}`, spans: [{ start: 0, end: 10, label: 'person' }] })}\n`
  const buffer = Buffer.from(line.repeat(Math.ceil(12_000_000 / line.length)))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'large.jsonl', mimeType: 'application/jsonl', buffer })
  await expect(page.getByText(/1 label, nothing refused/)).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('Licence').fill('CC0-1.0')
  await page.getByLabel('Source').fill('written for a test')
  await page.getByRole('button', { name: /^Import/ }).click()
  await expect(page.getByText('Ready')).toBeVisible({ timeout: 60_000 })
  const { items } = await (await page.request.get(`/api/projects/${project}/corpora`)).json()
  expect(items[0]).toMatchObject({ fileBytes: buffer.length, instanceCount: buffer.length / line.length })
})

test('sending a large file is called off, nothing of it is kept, and the keyboard goes on', async ({
  app,
  page,
  context,
}) => {
  const project = await app.makeProject('Called off')
  await page.goto(`/p/${project}/corpora/import`)
  const network = await context.newCDPSession(page)
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 }
  await network.send('Network.emulateNetworkConditions', slow)
  const buffer = Buffer.alloc(40_000_000, `${JSON.stringify({ text: 'Mara Quill sailed.', spans: [] })}\n`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'large.jsonl', mimeType: 'application/jsonl', buffer })
  await expect(page.getByText('Sending large.jsonl').first()).toBeFocused()
  await expect(page.getByText(/^[1-9].* of 40/)).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Sending was cancelled; nothing was kept.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'choose a file' })).toBeFocused()
  const { items } = await (await page.request.get(`/api/projects/${project}/activity`)).json()
  expect(items.map(({ action }: { action: string }) => action)).toEqual(['project.created'])
})
