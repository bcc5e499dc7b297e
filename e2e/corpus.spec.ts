import { expect, test } from './app'

test('a number of the overview leads to what it counts, and words are found with the keyboard', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Corpus')
  const { id } = await app.importCorpus(project, { name: 'Small' })
  await app.surveyed(project, id)
  await page.goto(`/p/${project}/corpora/${id}`)
  const pairs = page.getByRole('region', { name: 'Labels that come together' })
  await pairs.getByRole('link', { name: /person and vessel|vessel and person/ }).click()
  const rows = page.locator('ol > li')
  await expect(rows.first()).toContainText('Mara')
  await expect(rows.filter({ hasText: 'Ostrey' })).toHaveCount(0)
  await page.goto(`/p/${project}/corpora/${id}?tab=instances`)
  await expect(rows.filter({ hasText: 'Nobody' })).toHaveCount(1)
  await page.keyboard.press('/')
  await page.keyboard.type('"grey heron" left')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('Ostrey')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(rows.filter({ hasText: 'Nobody' })).toHaveCount(1)
})
