import { expect, test } from './app'

const corpus = [
  ['The', 'O', 'Greens', 'B-politicalparty', 'won', 'O', '.', 'O'],
  ['The', 'O', 'Reds', 'B-political_party', 'lost', 'O', 'the', 'O', 'vote', 'O', '.', 'O'],
  ['Mara', 'B-person', 'spoke', 'O', 'of', 'O', 'the', 'O', 'harbour', 'O', '.', 'O'],
  ['Mara', 'B-politician', 'spoke', 'O', 'of', 'O', 'the', 'O', 'harbour', 'O', '.', 'O'],
]
  .map((pairs) => pairs.flatMap((word, at) => (at % 2 === 0 ? [`${word}\t${pairs[at + 1]}`] : [])).join('\n'))
  .join('\n\n')

test('two spellings of a label become one after a look at what happens, and two again', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Fix')
  const { id } = await app.importCorpus(project, { name: 'parties', text: corpus })
  await page.goto(`/p/${project}/corpora/${id}?tab=problems`)
  await expect(page.getByRole('heading', { name: 'Spellings of one label' })).toBeVisible({ timeout: 30_000 })

  await page.getByRole('button', { name: 'Write all as “politicalparty”…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rename “political_party” to “politicalparty”' })
  await expect(
    dialog.getByText('One instance is changed: one mark gets the label “politicalparty”.'),
  ).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Instance 2' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Change the labels' }).click()
  await expect(dialog).toBeHidden()

  const fixes = page.getByRole('region', { name: 'Fixes' })
  await expect(fixes.getByText('one instance changed')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Spellings of one label' })).toBeHidden({ timeout: 20_000 })
  await expect(page.getByText('Only here:').first()).toBeVisible()

  await fixes.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click()
  await expect(fixes.getByText('Undo fix 1')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Spellings of one label' })).toBeVisible({ timeout: 30_000 })
})

test('labels are chosen and merged where they are listed', async ({ app, page }) => {
  const project = await app.makeProject('Merge')
  const { id } = await app.importCorpus(project, { name: 'parties', text: corpus })
  await page.goto(`/p/${project}/corpora/${id}?tab=labels`)
  const editor = page.getByRole('region', { name: 'Change labels' })
  await editor.getByRole('button', { name: /^person/ }).click()
  await editor.getByRole('button', { name: /^politician/ }).click()
  await editor.getByLabel('One name for all of them').fill('human')
  await editor.getByRole('button', { name: 'Merge…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('2 instances are changed: 2 marks get the label “human”.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change the labels' }).click()
  await expect(editor.getByRole('button', { name: /^human/ })).toBeVisible({ timeout: 20_000 })
})

test('what the preview doubts is settled before the import, can be taken back, and the report says what became of it', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Settle')
  await page.goto(`/p/${project}/corpora/import`)
  const again = `${corpus}\n\n${corpus.split('\n\n')[0]}`
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'parties.conll', mimeType: 'text/plain', buffer: Buffer.from(again) })
  const doubts = page.getByRole('region', { name: 'Before it is imported' })
  const steps = page.getByRole('region', { name: 'What the import will do' })
  await doubts.getByRole('button', { name: 'Write all as “politicalparty”' }).click()
  await expect(steps.getByText('Rename “political_party” to “politicalparty”')).toBeVisible()
  await doubts.getByRole('button', { name: 'Undo' }).click()
  await expect(steps.getByText('Every instance goes in as it is read', { exact: false })).toBeVisible()

  await doubts.getByRole('button', { name: 'Write all as “politicalparty”' }).click()
  await doubts.getByRole('combobox', { name: 'What happens to: Exact duplicates' }).click()
  await page.getByRole('option', { name: 'Keep the first of each' }).click()
  await expect(steps.getByText('Keep the first of each group: Exact duplicates')).toBeVisible()

  await page.getByLabel('Licence').fill('CC0-1.0')
  await page.getByLabel('Source').fill('written for a test')
  await page.getByRole('button', { name: 'Import with 2 steps' }).click()
  await expect(page.getByText('Ready')).toBeVisible({ timeout: 20_000 })
  await page.getByRole('tab', { name: /Report/ }).click()
  const report = page.getByRole('region', { name: 'Done with the import' })
  await expect(report.getByText('one instance changed')).toBeVisible()
  await expect(report.getByText('one instance out')).toBeVisible()
})

test('a lead names labels by suggestions, is told of two with one name, saves, and takes it back', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Names')
  const { id } = await app.importCorpus(project, { name: 'parties', text: corpus })
  await page.goto(`/p/${project}/corpora/${id}?tab=labels`)
  const naming = page.getByRole('region', { name: 'Display names' })
  await naming.getByRole('button', { name: 'Use suggestions' }).click()
  await expect(naming.getByLabel('Chinese name of politician')).toHaveValue('政治家')
  await naming.getByRole('button', { name: 'Take suggestions out' }).click()
  await expect(naming.getByLabel('Chinese name of politician')).toHaveValue('')

  const party = naming.getByLabel('English name of politicalparty')
  await party.fill('party')
  await naming.getByLabel('English name of political_party').fill('Party')
  await expect(naming.getByText('political_party is read like this too')).toBeVisible()
  await expect(naming.getByRole('button', { name: 'Save names' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'Instances' }).click()
  await page.getByRole('tab', { name: 'Labels' }).click()
  await expect(party).toHaveValue('party')
  await party.press('Control+Enter')
  await expect(naming.getByText('Names saved.')).toBeVisible()

  await page.goto(`/p/${project}/corpora/${id}?tab=instances`)
  await expect(page.getByTitle('politicalparty', { exact: true }).first()).toContainText('party')
  await page.goto(`/p/${project}/corpora/${id}?tab=labels`)
  await party.fill('')
  await party.press('Control+Enter')
  await naming.getByRole('button', { name: 'Undo' }).click()
  await expect(party).toHaveValue('party')
})
