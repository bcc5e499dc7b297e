import { expect, test } from './app'

test('after a change of page the keyboard goes on at its heading', async ({ app, page }) => {
  const project = await app.projectWithDrafts('Keyboard')
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(`/p/${project}/library`)
  await expect(heading).not.toBeFocused()

  await page.getByRole('link', { name: 'Releases' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/library/releases')
  await expect(heading).toBeFocused()

  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Corpora' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/corpora')
  await expect(heading).toBeFocused()
  await expect(heading).toHaveText('Corpora')

  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.waitForURL(`**/p/${project}`)
  await expect(heading).toBeFocused()

  await page.keyboard.press('ControlOrMeta+k')
  await expect(page.getByPlaceholder('Go to, do, switch project…')).toBeFocused()
  await page.keyboard.type('exports')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/exports')
  await expect(heading).toBeFocused()

  await page.goBack()
  await page.waitForURL(`**/p/${project}`)
  await expect(heading).toBeFocused()
})

test('another query is the same page, and a page keeps the focus that it takes', async ({ app, page }) => {
  const project = await app.projectWithDrafts('Focus')
  await page.goto(`/p/${project}/library?state=all`)
  await expect(page.getByRole('row', { name: /person/ })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/artifact=/)
  await expect(page.getByRole('heading', { level: 1 })).not.toBeFocused()

  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Queue' }).focus()
  await page.keyboard.press('Enter')
  await app.deskReady()
  await expect(page.getByRole('article')).toBeFocused()
})
