import { expect, test } from './app'

test('a long list takes the whole width of a narrow screen', async ({ app, page }) => {
  const project = await app.makeProject('Narrow')
  for (let made = 0; made < 45; made += 1) {
    const invited = await page.request.post(`/api/projects/${project}/invitations`, {
      data: { role: 'annotator' },
    })
    expect(invited.ok(), await invited.text()).toBe(true)
  }
  await page.setViewportSize({ width: 390, height: 600 })
  await page.goto(`/p/${project}/activity`)
  const when = page.getByRole('columnheader', { name: 'When' })
  await expect(when).toBeVisible()
  const box = await when.boundingBox()
  expect(box!.x + box!.width).toBeGreaterThan(380)
})
