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
