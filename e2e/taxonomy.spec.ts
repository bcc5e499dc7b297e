import { expect, test } from './app'

test('people begin with the shipped taxonomy, keep and remove its nodes by one key each, and take that back', async ({
  app,
  page,
}) => {
  const project = await app.projectWithDrafts('Taxonomy')
  await page.goto(`/p/${project}/taxonomy`)
  await page.getByRole('button', { name: 'Start with the shipped taxonomy' }).click()
  const tree = page.getByRole('tree')
  const field = tree.getByRole('treeitem', { name: /^Humanities/ })
  await expect(field).toBeVisible()

  await tree.focus()
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByRole('treeitem', { name: /^Languages and literature/ })).toBeVisible()
  await page.keyboard.press('a')
  await expect(field.getByText('kept', { exact: false })).toBeAttached()
  const next = tree.getByRole('treeitem', { name: /^Languages and literature/ })
  await expect(next).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('r')
  await expect(next.getByText('removed', { exact: false })).toBeAttached()
  await page.keyboard.press('z')
  await expect(next.getByText('waiting ·', { exact: false })).toBeAttached()

  await page.keyboard.press('/')
  await page.keyboard.type('量')
  await expect(page.getByText('Nothing fits')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search names' }).fill('物理学')
  await expect(tree.getByRole('treeitem', { name: /^Physics/ })).toBeVisible()
  await expect(tree.getByRole('treeitem', { name: /^Natural sciences/ })).toBeVisible()
  await tree.getByRole('treeitem', { name: /^Physics/ }).click()
  const pane = page.getByRole('region', { name: 'Node' })
  await expect(pane.getByRole('heading', { name: 'Physics' })).toBeVisible()

  await pane.getByRole('button', { name: 'Rename' }).click()
  await page.getByRole('dialog').getByLabel('English').fill('Physics and mechanics')
  await page.getByRole('button', { name: 'Save the name' }).click()
  await expect(pane.getByRole('heading', { name: 'Physics and mechanics' })).toBeVisible()
  await pane.getByRole('tab', { name: 'History' }).click()
  await pane.getByRole('button', { name: 'Take back' }).click()
  await expect(pane.getByRole('heading', { name: 'Physics', exact: true })).toBeVisible()
})
