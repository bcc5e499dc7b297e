import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import pg from 'pg'
import { expect, running, test } from './app'
import { Desk } from './desk'

test('quality is shown from what people decided, each number with its rows', async ({ app, page }) => {
  test.setTimeout(180_000)
  const project = await app.projectWithDrafts('Quality')

  await test.step('nothing decided yet: what is open is there, and agreement says what it needs', async () => {
    await page.goto(`/p/${project}`)
    await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Quality' }).click()
    const blocks = page.getByRole('region', { name: 'What blocks the next release' })
    await expect(blocks).toContainText('3 decisions are still to be made')
    await expect(blocks).toContainText('3 labels have no approved guideline')
    await expect(page.getByText('Nothing was decided in these days.')).toBeVisible()
    await page.getByRole('link', { name: 'Agreement', exact: true }).click()
    await expect(page.getByText('Nothing was decided by two people yet')).toBeVisible()
  })

  const desk = new Desk(page)
  await app.openDesk(project)
  await desk.press('a')
  await desk.press('r', '2')
  await app.expectSaved()
  await secondOpinion(project)

  await test.step('the overview counts, draws and leads to the decisions', async () => {
    await page.goto(`/p/${project}/quality`)
    const progress = page.getByRole('table', { name: 'Progress' })
    await expect(
      progress.getByRole('row', { name: /^Guidelines/ }).getByRole('link', { name: '4', exact: true }),
    ).toBeVisible()
    await expect(
      page.getByRole('img', { name: /decisions from .* approvals, edits and rejections/ }),
    ).toBeVisible()
    await page
      .getByRole('region', { name: 'Why drafts are rejected' })
      .getByRole('link', { name: '1' })
      .first()
      .click()
    await expect(page).toHaveURL(/quality\/decisions\?.*reason=too-vague/)
    await expect(page.getByRole('row', { name: /Rejected/ })).toHaveCount(1)
    await page.goBack()
  })

  await test.step('a table behind each chart, and the same as CSV', async () => {
    const part = page.getByRole('region', { name: 'Decisions over time' })
    await part.getByText('As a table').click()
    await expect(part.getByRole('table')).toBeVisible()
    const download = page.waitForEvent('download')
    await part.getByRole('button', { name: /^CSV/ }).click()
    const text = await readFile(await (await download).path(), 'utf8')
    expect(text.split('\n')[0]).toBe('from,to,approved,edited,rejected')
  })

  await test.step('agreement says what it is, what it is not, and of which drafts', async () => {
    await page.getByRole('navigation', { name: 'Quality' }).getByRole('link', { name: 'Agreement' }).click()
    const figures = page.getByRole('table', { name: 'How far reviewers agree' })
    await expect(figures.getByRole('row', { name: /^Alike/ })).toContainText('50%')
    await expect(figures.getByRole('row', { name: /alpha, nominal/ })).toContainText('0.000')
    await page.getByRole('table', { name: 'Coincidences' }).first().getByRole('link').first().click()
    await expect(page).toHaveURL(/agreement\/drafts\?first=/)
    await expect(page.getByText('Second Reviewer')).toBeVisible()
  })

  await test.step('all of it is accessible', async () => {
    for (const at of ['', '/agreement', '/agreement/drafts', '/decisions']) {
      await page.goto(`/p/${project}/quality${at}`)
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        at,
      ).toEqual([])
    }
  })
})

/** Somebody else approves both drafts that the first reviewer decided, as a second place in the queue would have had them do. */
async function secondOpinion(slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: running().databaseUrl })
  await client.connect()
  await client.query(
    `INSERT INTO "user" (id, name, email, updated_at) VALUES ('second-reviewer', 'Second Reviewer', 'second@example.org', now())
     ON CONFLICT DO NOTHING`,
  )
  const { rowCount } = await client.query(
    `INSERT INTO decision (id, project_id, version_id, content_hash, reviewer_id, verdict, request_key)
     SELECT gen_random_uuid(), d.project_id, d.version_id, d.content_hash, 'second-reviewer', 'approve', d.request_key
     FROM decision d JOIN project p ON p.id = d.project_id WHERE p.slug = $1`,
    [slug],
  )
  await client.end()
  expect(rowCount).toBe(2)
}
