import { expect, test } from './app'
import { startFakeLlm } from './fake-llm/start-fake-llm'

/** What is waited for is done by a worker, beside other tests. */
const PATIENCE = 90_000

test('a model is connected, tested, priced, drafts within the budget, and each of its calls can be looked at and asked again', async ({
  app,
  page,
}) => {
  test.setTimeout(600_000)
  const model = await startFakeLlm({ keys: ['sk-for-the-test-1234'] })
  const project = await app.makeProject('Models')
  const corpus = await app.importCorpus(project, { name: 'Small' })

  await test.step('connect it', async () => {
    await page.goto(`/p/${project}/models`)
    await expect(page.getByText('No model is connected')).toBeVisible()
    await page.getByRole('button', { name: 'Connect a service' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('llama.cpp').click()
    await dialog.getByLabel('Name').fill('Ours')
    await dialog.getByLabel('Address').fill(`${model.url}/v1`)
    await dialog.getByLabel('Key', { exact: true }).fill('sk-a-wrong-key-000')
    await dialog.getByRole('button', { name: 'Connect and test' }).click()
    await expect(dialog.getByText('The service does not accept the key (401).')).toBeVisible({
      timeout: PATIENCE,
    })
    await dialog.getByLabel('Key', { exact: true }).fill('sk-for-the-test-1234')
    await dialog.getByRole('button', { name: 'Save and test' }).click()
    await expect(dialog.getByText('Reached; it offers 2 models')).toBeVisible({ timeout: PATIENCE })
    await dialog.getByLabel('Model of the Drafter').fill('stand-in')
    await dialog.getByRole('button', { name: /for the other roles/ }).click()
    await dialog.getByLabel('Price of the input of stand-in').fill('2')
    await dialog.getByLabel('Price of the output of stand-in').fill('8')
    await dialog.getByRole('button', { name: 'Save and test' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Works', { exact: true })).toBeVisible({ timeout: PATIENCE })
    await expect(page.getByText('key ••••1234')).toBeVisible()
    await expect(page.getByRole('note')).toContainText('stand-in that comes with Gloss')
    expect(await page.content()).not.toContain('sk-for-the-test')
  })

  await test.step('a changed address asks for the key again', async () => {
    await page.getByRole('button', { name: 'Change Ours' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Address').fill('https://elsewhere.example/v1')
    await expect(dialog.getByText(/The address was changed: enter the key again/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Save and test' })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  })

  const setBudget = async (limit: string) => {
    await page.goto(`/p/${project}/models/spend`)
    await page.getByRole('button', { name: 'Set the budget' }).click()
    await page.getByLabel('Limit in all').fill(limit)
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const chooseModel = async (order: string) => {
    await page.goto(`/p/${project}/corpora/${corpus.id}`)
    await page.getByRole('button', { name: order }).click()
    await page.getByRole('radio', { name: /^Ours/ }).check()
  }

  await test.step('see the price before the order, and draft', async () => {
    await setBudget('5')
    await chooseModel('Draft guidelines')
    const estimate = page.getByRole('region', { name: 'Estimate' })
    await expect(estimate.getByText(/^about \$0\.\d+, at most \$\d/)).toBeVisible({ timeout: PATIENCE })
    await expect(estimate).toContainText('for 3 drafts')
    await expect(estimate).toContainText('$5.00 of the budget is left')
    await page.getByRole('button', { name: 'Start drafting' }).click()
    await expect(page.getByText(/^3 drafted/)).toBeVisible({ timeout: PATIENCE })
  })

  await test.step('approve one, with where it comes from beside it', async () => {
    await app.openDesk(project)
    await expect(page.getByRole('region', { name: 'Where it comes from' })).toContainText(
      'Drafted by a model',
    )
    await page.keyboard.press('a')
    await app.expectSaved()
  })

  await test.step('look at a call, and ask another model the same', async () => {
    await page.goto(`/p/${project}/models/calls`)
    const rows = page.getByRole('table').getByRole('link')
    await expect(rows.first()).toBeVisible()
    await rows.first().click()
    await page.waitForURL(/calls\/[\w-]{36}/)
    await expect(page.getByRole('region', { name: 'What was asked' })).toContainText('User')
    await page.getByRole('button', { name: 'Replay…' }).click()
    await page.getByLabel('Model', { exact: true }).fill('stand-in-small')
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    const others = page.getByRole('region', { name: 'Other answers to the same' })
    await expect(others.getByRole('link', { name: 'stand-in-small' })).toBeVisible({ timeout: PATIENCE })
    await others.getByRole('tab', { name: 'What differs' }).click()
    await expect(others.getByRole('tabpanel')).not.toBeEmpty()
  })

  await test.step('nothing more is sent at the limit', async () => {
    await setBudget('0')
    await expect(page.getByRole('status').filter({ hasText: 'The limit is reached' })).toBeVisible()
    const { requests } = model.standIn.counts
    await chooseModel('Draft rules')
    await expect(page.getByText(/This may go over the budget/)).toBeVisible({ timeout: PATIENCE })
    await page.getByRole('button', { name: 'Start drafting' }).click()
    await expect(page.getByText(/The budget is used up: nothing is drafted/)).toBeVisible({
      timeout: PATIENCE,
    })
    expect(model.standIn.counts.requests).toBe(requests)
    await page.goto(`/p/${project}/models/spend`)
    await expect(page.getByRole('table', { name: 'By model' })).toContainText('stand-in')
  })
  await model.close()
})
