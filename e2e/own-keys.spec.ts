import { App, expect, join, test } from './app'
import { Desk } from './desk'

test('obeys keys that were changed, at once, after a reload, and never while something else has them', async ({
  app: lead,
  page: leads,
  browser,
}) => {
  const project = await lead.projectWithDrafts('Own keys')
  // Keys are a person's own: those of everybody else here stay as they are.
  const page = await join(leads, browser, { project, name: 'Kim Keys' })
  const app = new App(page)
  const desk = new Desk(page)
  await app.openDesk(project)
  const first = await desk.label()
  const row = (name: string) => page.locator(`[data-command=${name}]`)

  await desk.press('?')
  await page.getByRole('button', { name: 'Change keys…' }).click()
  await row('approve').getByRole('button').last().click()
  await desk.press('j')
  await expect(row('approve').getByRole('alert')).toContainText('Next line or application')
  await row('approve').getByRole('button', { name: 'Leave it' }).click()
  await row('approve').getByRole('button').last().click()
  await desk.press('F5')
  await expect(row('approve').getByRole('alert')).toContainText('browser or system')
  await row('approve').getByRole('button').last().click()
  await desk.press('f')
  await expect(row('approve').getByRole('button', { name: /Give “Approve” its own key back/ })).toBeVisible()
  await desk.press('f', 'Escape', 'Escape')

  // Also while a dialog lies over it.
  const approve = page.locator('section[aria-label=Decide] button').first()
  await expect(approve).toHaveAttribute('aria-keyshortcuts', 'f')
  await page.reload()
  await expect(approve).toBeEnabled()
  await expect(approve).toContainText('F')
  await desk.compose('f')
  await desk.press('r', 'c')
  await desk.type('of')
  await desk.press('Escape', 'a')
  await desk.expectLabel(first)
  await desk.press('f')
  await app.expectSaved()

  await desk.press('?')
  await page.getByRole('button', { name: 'Change keys…' }).click()
  await page.getByRole('button', { name: 'Reset all' }).click()
  await expect(approve).toHaveAttribute('aria-keyshortcuts', 'a')
  await page.context().close()
})
