import { App, expect, join, test } from './app'

const RULE = {
  taskForm: 'ner',
  scope: { labels: ['vessel'] },
  statement: { en: 'Begin ships with their article.', zh: '船名从冠词开始。' },
  paraphrases: { en: [], zh: [] },
  transform: { name: 'leading-determiner', parameters: { mode: 'include', words: ['the'] } },
  exceptions: [],
  note: '',
}

test('two reviewers disagree, a lead settles it as a gap, the guideline gets its next version, and the rule is decided again', async ({
  app,
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const project = await app.makeProject('Disagreement')
  const corpus = await app.importCorpus(project, { name: 'Harbour' })
  const [anna, ben] = [
    await join(page, browser, { project, name: 'Anna Reader' }),
    await join(page, browser, { project, name: 'Ben Reader' }),
  ]
  const api = `/api/projects/${project}`
  const written = await page.request.post(`${api}/corpora/${corpus.id}/guidelines`, {
    data: {
      ...{ label: 'vessel', language: 'en', definition: 'A named ship or boat.', includes: [], excludes: [] },
      ...{
        questions: [],
        typical: ['Grey Heron'],
        positives: [],
        negatives: [],
        paraphrases: { en: [], zh: [] },
      },
    },
  })
  expect(written.ok(), await written.text()).toBe(true)
  await new App(anna).openDesk(project)
  await anna.keyboard.press('a')
  await new App(anna).expectSaved()
  const ruled = await page.request.post(`${api}/corpora/${corpus.id}/rules`, { data: RULE })
  expect(ruled.ok(), await ruled.text()).toBe(true)
  const { versionId: rule } = (await ruled.json()) as { versionId: string }

  for (const reviewer of [anna, ben]) {
    await reviewer.goto(`/p/${project}/queue?version=${rule}`)
    await new App(reviewer).deskReady()
  }
  await anna.keyboard.press('a')
  await new App(anna).expectSaved()
  await ben.keyboard.press('r')
  await ben.keyboard.press('2')
  await new App(ben).expectSaved()

  // An open desk takes what comes next by itself: only who is to have it stays there.
  await anna.goto(`/p/${project}`)
  await page.goto(`/p/${project}/queue/disputes`)
  await expect(page.getByRole('link', { name: 'Disputes 1' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Begin ships with their article/ })).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  const votes = page.getByRole('list', { name: 'What reviewers decided' })
  await expect(votes.getByRole('listitem').filter({ hasText: 'Anna Reader' })).toContainText(
    'Approved the draft as it is.',
  )
  await expect(votes.getByRole('listitem').filter({ hasText: 'Ben Reader' })).toContainText('Wrong labels')
  await page.keyboard.press('1')
  await expect(page.getByText('The draft stands as it is.')).toBeVisible()
  await page.keyboard.press('c')
  await page.keyboard.type('Is the article part of a name?')
  await page.keyboard.press('Enter')
  await page.keyboard.press('2')
  const definition = page.getByRole('textbox', { name: 'Definition' })
  await definition.fill('A named ship or boat, with its article.')
  await expect(page.getByRole('textbox', { name: 'To settle' })).toHaveValue(/Begin ships with their article/)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Gap in the guideline')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Guideline vessel v2, opened for it' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Disputes', exact: true })).toBeVisible()

  await ben.goto(`/p/${project}/queue`)
  await new App(ben).deskReady()
  await expect(ben.getByText(/Opened by a dispute about Begin ships/).filter({ visible: true })).toBeVisible()
  await ben.keyboard.press('a')
  await new App(ben).expectSaved()

  await ben.goto(`/p/${project}`)
  await page.getByRole('link', { name: 'What was decided under the older version' }).click()
  await expect(page.getByRole('heading', { name: 'Decided before vessel v2' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Begin ships with their article/ })).toContainText('stands')
  await page.getByRole('button', { name: 'Send all 1 back…' }).click()
  await page.getByRole('button', { name: 'Send back', exact: true }).click()
  await expect(page.getByText('1 draft waits for review again.')).toBeVisible()
  await expect(page.getByText('Sent back: 1 waits, 0 decided again.')).toBeVisible()

  await anna.goto(`/p/${project}/queue`)
  await new App(anna).deskReady()
  await expect(
    anna.getByText(/sent it back .*because vessel became v2/).filter({ visible: true }),
  ).toBeVisible()
  await anna.context().close()
  await ben.context().close()
})

test('a second editor of one guideline merges with the first, and no text is lost', async ({
  app,
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const project = await app.projectWithDrafts('Two editors')
  const ben = await join(page, browser, { project, name: 'Ben Editor' })
  await app.openDesk(project)
  const label = await page.getByRole('article').getByRole('heading', { level: 2 }).textContent()
  await page.keyboard.press('e')
  const typed = page.getByRole('textbox', { name: 'Include' })
  await typed.fill('· what I typed meanwhile')
  // As if the time for the draft had run out: it goes to somebody else, who decides first.
  await page.request.delete(`/api/projects/${project}/queue/leases`)
  await new App(ben).openDesk(project)
  await expect(ben.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(label!)
  await ben.keyboard.press('e')
  await ben.getByRole('textbox', { name: 'Definition' }).fill('What Ben says that it means.')
  await ben.keyboard.press('Control+Enter')
  await new App(ben).expectSaved()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/Ben Editor changed and approved it/)).toBeVisible()
  await page.getByRole('button', { name: 'Compare and merge' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('What Ben says that it means.')
  await expect(dialog).toContainText('what I typed meanwhile')
  await dialog.getByRole('button', { name: 'Send the merged text for review' }).click()
  await expect(
    page.getByRole('link', { name: 'Your merged text waits in the queue; others decide it' }),
  ).toBeVisible()
  const { items } = await (await page.request.get(`/api/projects/${project}/library?state=waiting`)).json()
  const waiting = items.find(({ key }: { key: string }) => label!.includes(key))
  expect(
    JSON.stringify(
      await (await page.request.get(`/api/projects/${project}/library/${waiting.artifactId}`)).json(),
    ),
  ).toMatch(/what I typed meanwhile/)
  await ben.context().close()
})

test('a lease that ran out while somebody typed says who has the draft, and keeps the text', async ({
  app,
  page,
  browser,
}) => {
  test.setTimeout(120_000)
  const project = await app.projectWithDrafts('Lost lease')
  const ben = await join(page, browser, { project, name: 'Ben Quick' })
  await app.openDesk(project)
  await page.keyboard.press('e')
  await page.getByRole('textbox', { name: 'Include' }).fill('· what I typed meanwhile')

  const comesBack = () =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  const beat = page.waitForResponse(
    (one) => one.request().method() === 'PATCH' && one.url().endsWith('/leases'),
  )
  await comesBack()
  expect((await (await beat).json()).leases.length).toBeGreaterThan(0)
  await expect(page.getByText(/is not on your desk any more/)).toHaveCount(0)

  await page.request.delete(`/api/projects/${project}/queue/leases`)
  await new App(ben).openDesk(project)
  await comesBack()
  const notices = page.getByRole('region', { name: 'What needs your attention' })
  await expect(notices).toContainText('is not on your desk any more')
  await expect(notices).toContainText('Ben Quick')
  await expect(notices).toContainText('what you typed is kept')
  await expect(page.getByRole('textbox', { name: 'Include' })).toHaveValue('· what I typed meanwhile')
  await page.reload()
  const kept = await page.evaluate(() => Object.values({ ...localStorage }).join('\n'))
  expect(kept).toContain('what I typed meanwhile')
  await ben.context().close()
})
