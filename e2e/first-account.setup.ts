import { expect, test as setup } from '@playwright/test'
import { ADMIN_STATE, running } from './app'

setup('the first account is made with the one-time link', async ({ page }) => {
  await page.goto(running().firstAccount)
  await expect(page.getByRole('heading', { name: 'Make the first account' })).toBeVisible()
  await page.getByLabel('Name').fill('Ada Admin')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password').fill('three quiet herons')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/join'))
  await page.context().storageState({ path: ADMIN_STATE })
})
