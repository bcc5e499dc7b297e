import { expect, test } from '@playwright/test'

test('answers that it is well', async ({ request }) => {
  const response = await request.get('/api/health')
  expect(response.ok()).toBe(true)
})
