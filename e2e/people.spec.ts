import { App, expect, test } from './app'

test('an invited annotator decides and cannot lead; a token cannot decide', async ({
  app,
  page,
  browser,
}) => {
  const project = await app.projectWithDrafts('People')
  await page.goto(`/p/${project}/people`)
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page
    .getByText(/\/join\//)
    .first()
    .textContent()

  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const guest = await other.newPage()
  await guest.goto(link!.trim())
  await guest.getByLabel('Name').fill('Ben Annotator')
  await guest.getByLabel('E-mail').fill(`ben-${Date.now()}@example.org`)
  await guest.getByLabel('Password').fill('four loud gulls')
  await guest.getByRole('button', { name: 'Make the account and join' }).click()
  await guest.waitForURL(`**/p/${project}**`)
  await guest.goto(`/p/${project}/corpora`)
  await expect(guest.getByRole('heading', { name: 'Corpora' })).toBeVisible()
  await expect(guest.getByRole('link', { name: 'Import corpus' })).toHaveCount(0)
  expect((await guest.request.post(`/api/projects/${project}/releases`, { data: {} })).status()).toBe(403)
  expect((await guest.request.get('/api/projects/example')).status()).toBe(404)
  await new App(guest).openDesk(project)
  await guest.keyboard.press('a')
  await expect(guest.getByText('saved', { exact: true })).toBeVisible()

  const made = await guest.request.post('/api/account/tokens', { data: { name: 'script' } })
  const { token } = await made.json()
  const stranger = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const headers = { authorization: `Bearer ${token}` }
  expect((await stranger.request.get(`/api/projects/${project}/queue`, { headers })).status()).toBe(200)
  const lease = await stranger.request.post(`/api/projects/${project}/queue/leases`, { headers, data: {} })
  expect(lease.status()).toBe(403)
  expect((await stranger.request.get(`/api/projects/${project}/queue`)).status()).toBe(401)
  await other.close()
  await stranger.close()
})

test('a stranger is sent to sign in and comes back', async ({ browser }) => {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/p/example/library')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await page.getByLabel('Password').fill('three quiet herons')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(/\/p\/example\/library/)
  await context.close()
})

test('a person changes their name, and it stands beside what they did', async ({ app, page, browser }) => {
  const project = await app.projectWithDrafts('Renamed')
  const invited = await page.request.post(`/api/projects/${project}/invitations`, {
    data: { role: 'lead', note: '' },
  })
  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const guest = await other.newPage()
  const account = { name: 'Cleo Lead', email: `cleo-${Date.now()}@example.org`, password: 'five calm terns' }
  const token = (await invited.json()).path.split('/').at(-1)
  await guest.request.post(`/api/invitations/${token}/accept`, { data: account })
  await new App(guest).openDesk(project)
  await guest.keyboard.press('a')
  await new App(guest).expectSaved()

  await guest.goto('/account')
  await guest.getByRole('button', { name: 'Change your name' }).click()
  await expect(guest.getByLabel('Name')).toBeFocused()
  await guest.getByLabel('Name').fill('Cleo Marrin')
  await guest.keyboard.press('Enter')
  await expect(guest.getByRole('main').getByText('Cleo Marrin', { exact: true })).toBeVisible()
  await expect(guest.getByRole('button', { name: 'Change your name' })).toBeFocused()
  await guest.goto(`/p/${project}`)
  await expect(guest.getByText('Cleo Marrin approved the guideline', { exact: false })).toBeVisible()
  await expect(guest.getByText('The corpus miner drafted the guideline').first()).toBeVisible()
  await other.close()
})
