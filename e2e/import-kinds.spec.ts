import { gzipSync } from 'node:zlib'
import { type App, expect, test } from './app'

type Page = App['page']

const send = (page: Page, name: string, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })

const choose = async (page: Page, what: string | RegExp, option: string | RegExp) => {
  await page.getByRole('combobox', { name: what }).click()
  await page.getByRole('option', { name: option }).click()
}

const importIt = async (page: Page, name: string) => {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByLabel('Licence').fill('CC0-1.0')
  await page.getByLabel('Source').fill('written for a test')
  await page.getByRole('button', { name: /^Import \d/ }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText('Ready')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('tab', { name: /^Instances/ }).click()
}

test('a packed Prodigy file goes in with nothing to say but where it comes from', async ({ app, page }) => {
  const project = await app.makeProject('Packed')
  await page.goto(`/p/${project}/corpora/import`)
  const records = [
    { text: 'Mara Quill steered.', spans: [{ start: 0, end: 10, label: 'person' }], answer: 'accept' },
    { text: 'Nobody came.', spans: [], answer: 'accept' },
    { text: 'Smudged.', spans: [], answer: 'reject' },
  ]
  await send(page, 'harbour.jsonl.gz', gzipSync(records.map((one) => JSON.stringify(one)).join('\n')))
  await expect(page.getByRole('combobox', { name: 'Format' })).toHaveText(/Prodigy/)
  await expect(page.getByText('2 instances, 1 label', { exact: false })).toBeVisible()
  await importIt(page, 'Packed harbour')
  await expect(page.locator('mark', { hasText: 'Mara Quill' })).toBeVisible()
})

test('of a table the columns are chosen over its first rows', async ({ app, page }) => {
  const project = await app.makeProject('Table')
  await page.goto(`/p/${project}/corpora/import`)
  const rows = [
    'No;Was gesagt wurde;Urteil',
    '1;"Fein; sehr fein";gut',
    '2;Zu spät;schlecht',
    '3;Pünktlich;gut',
  ]
  await send(page, 'reviews.csv', rows.join('\n'))
  await choose(page, 'Format', /^CSV/)
  await choose(page, 'What the column Was gesagt wurde is', /^Text/)
  await choose(page, 'What the column Urteil is', /^Label/)
  await expect(page.getByText('3 instances, 2 labels, nothing refused')).toBeVisible()
  await importIt(page, 'Reviews')
  await expect(page.getByText('Fein; sehr fein')).toBeVisible()
})

const log = (...texts: string[]) =>
  JSON.stringify({
    log: texts.map((text) => ({
      body: { raw: text },
      marks: [{ pos: [0, text.indexOf(' ')], kind: 'person', by: 'Tom' }],
    })),
  })

test('any JSON goes in by a mapping that is made by choosing, saved, and used again', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Mapped')
  await page.goto(`/p/${project}/corpora/import`)
  await send(page, 'log.json', log('Mara sailed.', 'Tom stayed.'))
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Say yourself what is what…' }).click()

  const editor = page.getByRole('region', { name: 'What is what in a record' })
  await choose(page, 'Task form', 'Named entity recognition')
  for (const [field, value] of [
    ['Text', 'raw'],
    ['Span: label', 'kind'],
  ] as const) {
    await editor.getByRole('button', { name: `Choose in the record: ${field}`, exact: true }).click()
    await editor.getByRole('button', { name: new RegExp(`^${value} `) }).click()
  }
  await editor.getByRole('textbox', { name: 'Span: start' }).fill('pos[0]')
  await expect(page.getByText('Fill in the fields that are still needed', { exact: false })).toBeVisible()
  await editor.getByRole('textbox', { name: 'Span: end' }).fill('pos[1]')
  await expect(editor.getByRole('textbox', { name: 'List of spans' })).toHaveValue('marks[]')
  await expect(page.locator('mark', { hasText: 'Mara' })).toBeVisible()
  await editor.getByRole('button', { name: 'Save mapping…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Harbour log')
  await page.getByRole('dialog').getByRole('button', { name: 'Save mapping…' }).click()
  await expect(editor.getByRole('combobox', { name: 'Use a saved mapping' })).toHaveText('Harbour log')
  await importIt(page, 'Log one')
  await expect(page.locator('mark', { hasText: 'Tom' })).toBeVisible()

  await page.goto(`/p/${project}/corpora/import`)
  await send(page, 'log-2.json', log('Wren rowed.', 'Ada waved.', 'Bo slept.'))
  await page.getByRole('button', { name: 'Harbour log' }).click()
  await expect(page.getByText('3 instances, 1 label, nothing refused')).toBeVisible()
  await importIt(page, 'Log two')
  await expect(page.locator('mark', { hasText: 'Wren' })).toBeVisible()
})
