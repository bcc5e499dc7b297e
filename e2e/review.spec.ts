import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './app'
import { Desk } from './desk'

test.describe('the review desk', () => {
  test('decides from the keyboard: one key, two keys, two keys and the typing', async ({ app, page }) => {
    const project = await app.projectWithDrafts('Keys')
    const desk = new Desk(page)
    await app.openDesk(project)

    await desk.press('a')
    await desk.press('r', '3')
    await desk.press('e')
    await desk.type(' Ferries count too.')
    await desk.press('ControlOrMeta+Enter')

    await app.expectSaved()
    await desk.expectEmpty('All drafts are decided')
    expect(await desk.verdicts(project)).toEqual(['approve', 'reject', 'edit', 'approve']) // an edit approves the version that it made
  })

  test('shows the mentions behind a line', async ({ app, page }) => {
    await app.openDesk(await app.projectWithDrafts('Claims'))
    const desk = new Desk(page)
    await desk.press('j', 'Enter')
    expect(await desk.shownSentences()).toBeGreaterThan(0)
    await desk.press('Escape')
    await desk.expectAllMentions()
  })

  test('takes a decision back, also after a reload', async ({ app, page }) => {
    const project = await app.projectWithDrafts('Undo')
    const desk = new Desk(page)
    await app.openDesk(project)
    const first = await desk.label()

    await desk.press('a')
    await app.expectSaved()
    await page.reload()
    await app.deskReady()
    await desk.press('z')

    await desk.expectLabel(first)
    await app.expectSaved()
    expect(await desk.verdicts(project)).toEqual(['approve', 'undo'])
  })

  test('fires no key while an input method composes or text is typed', async ({ app, page }) => {
    await app.openDesk(await app.projectWithDrafts('Composing'))
    const desk = new Desk(page)
    const first = await desk.label()

    await desk.compose('a')
    await desk.compose('s')
    await desk.press('r', 'c')
    await desk.type('as 1 2 3')
    await desk.press('Escape')

    await desk.expectLabel(first)
    await expect(page.getByText('unsent')).toHaveCount(0)
  })

  test('keeps decisions that cannot be sent, over a reload, and sends each once', async ({ app, page }) => {
    const project = await app.projectWithDrafts('Cut off')
    const desk = new Desk(page)
    await app.openDesk(project)

    await desk.cutOff()
    await desk.press('a')
    await desk.press('s')
    await expect(page.getByText('2 unsent')).toBeVisible()
    page.on('dialog', (dialog) => dialog.accept())
    const faults = desk.watchFaults()
    await page.reload()
    await expect(page.getByText('2 unsent')).toBeVisible()
    await app.deskReady()
    expect(faults).toEqual([])

    await desk.reconnect()
    await app.expectSaved()
    expect(await desk.verdicts(project)).toEqual(['approve', 'skip'])
  })

  test('says what was decided and what was taken back, and nothing of before', async ({ app, page }) => {
    await app.openDesk(await app.projectWithDrafts('Heard'))
    const desk = new Desk(page)
    const name = async () => (await desk.label()).replace(/^guideline/, '')
    const first = await name()
    await desk.press('a')
    await desk.expectHeard(new RegExp(`^Approved ${first}\\. Next: `))
    const second = await name()
    await desk.press('e', 'ControlOrMeta+Enter')
    await desk.expectHeard('Nothing was changed, so nothing was saved.')
    await desk.press('s')
    await desk.expectHeard(new RegExp(`^Skipped ${second}\\. Next: `))
    await desk.press('z')
    await desk.expectHeard(`Taken back: ${second} is here again.`)
    await desk.press('z')
    await desk.expectHeard(`Taken back: ${first} is here again.`)
  })

  for (const width of [1440, 1024, 390])
    test(`shows every reason, the comment and the way back whole at ${width} px`, async ({ app, page }) => {
      await app.openDesk(await app.projectWithDrafts(`Reasons ${width}`))
      await page.setViewportSize({ width, height: 900 })
      const desk = new Desk(page)
      await desk.cutOff()
      await desk.press('s', 'r') // the longest thing that the bar says stands beside them
      const bar = page.getByRole('region', { name: 'Decide' })
      await expect(bar.getByText('1 unsent')).toBeVisible()
      const parts = [...(await bar.getByRole('button').all()), bar.getByLabel('Comment')]
      for (const part of parts) expect(await desk.cutOffPixels(part)).toBe(0)
      const comment = await bar.getByLabel('Comment').boundingBox()
      expect(comment!.width).toBeGreaterThan(200)
    })

  test('keeps what was typed when the page dies', async ({ app, page, context }) => {
    const project = await app.projectWithDrafts('Crash')
    const desk = new Desk(page)
    await app.openDesk(project)
    await desk.press('e')
    await desk.type(' Kept words.')
    await page.waitForTimeout(1000)
    await page.close({ runBeforeUnload: false })

    const again = await context.newPage()
    await again.goto(`/p/${project}/queue`)
    await again.getByRole('button', { name: 'Go on with it' }).click()
    await expect(again.getByLabel('Definition').getByRole('textbox')).toHaveValue(/Kept words\.$/)
  })

  test('says why a decision was refused, and what can be done', async ({ app, page }) => {
    await app.openDesk(await app.projectWithDrafts('Refused'))
    const desk = new Desk(page)
    await desk.refuseNext('content-changed')
    await desk.press('a')
    const notice = page.getByRole('region', { name: 'What needs your attention' })
    await expect(notice).toContainText('Read the new text, then decide.')
    await notice.getByRole('button', { name: 'Read and decide again' }).click()
    await expect(notice).toBeEmpty()
    await desk.press('a')
    await app.expectSaved()
  })

  test('brings back what was skipped', async ({ app, page }) => {
    await app.openDesk(await app.projectWithDrafts('Skipped'))
    const desk = new Desk(page)
    for (let draft = 0; draft < 3; draft++) await desk.press('s')
    await desk.expectEmpty('Only what you skipped is left')
    await page.getByRole('button', { name: 'Bring them back' }).click()
    await app.deskReady()
  })

  for (const scheme of ['light', 'dark'] as const)
    test(`has no fault that axe can see, in ${scheme}`, async ({ app, page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await app.openDesk(await app.projectWithDrafts(`Axe ${scheme}`))
      const desk = new Desk(page)
      for (const keys of [[], ['j', 'Enter'], ['2'], ['4'], ['r'], ['Escape', 'e']]) {
        await desk.press(...keys)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      }
    })
})
