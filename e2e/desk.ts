import { expect, type Locator, type Page } from '@playwright/test'

/** Deeds of a reviewer at the desk. */
export class Desk {
  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await expect(this.page.locator('textarea:focus, input:focus')).toBeVisible()
    await this.page.keyboard.type(text)
  }

  /** A key as it arrives while an input method holds it. */
  async compose(key: string): Promise<void> {
    await this.page.evaluate((pressed) => {
      const given = { key: pressed, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new KeyboardEvent('keydown', given))
    }, key)
  }

  async label(): Promise<string> {
    return (await this.page.getByRole('article').getByRole('heading', { level: 2 }).textContent()) ?? ''
  }

  async expectLabel(label: string): Promise<void> {
    await expect(this.page.getByRole('article').getByRole('heading', { level: 2 })).toHaveText(label)
  }

  async expectEmpty(title: string): Promise<void> {
    await expect(this.page.locator('p:not([aria-live])', { hasText: title })).toBeVisible()
    await this.expectHeard(new RegExp(title))
  }

  async expectAllMentions(): Promise<void> {
    const heading = this.page.getByText('Mentions from the whole corpus').filter({ visible: true })
    await expect(heading).toBeVisible()
  }

  async shownSentences(): Promise<number> {
    const sentences = this.page.locator('[data-sentences] li').filter({ visible: true })
    await expect(sentences.first()).toBeVisible()
    return sentences.count()
  }

  /** What a screen reader was told last. */
  async expectHeard(words: string | RegExp): Promise<void> {
    await expect(this.page.locator('p[aria-live=polite].sr-only')).toHaveText(words)
  }

  /** How much of it lies outside the window or is cut by what it stands in. */
  async cutOffPixels(part: Locator): Promise<number> {
    return part.evaluate((element) => {
      const box = element.getBoundingClientRect()
      let cut = Math.max(0, box.right - innerWidth, box.bottom - innerHeight, -box.left, -box.top)
      for (let frame = element.parentElement; frame; frame = frame.parentElement) {
        if (getComputedStyle(frame).overflow === 'visible') continue
        const around = frame.getBoundingClientRect()
        cut = Math.max(cut, box.right - around.right, around.left - box.left, box.bottom - around.bottom)
      }
      return Math.ceil(cut)
    })
  }

  /** What goes wrong in the page from now on, but for requests that the test itself stops. */
  watchFaults(): string[] {
    const faults: string[] = []
    this.page.on('pageerror', (error) => faults.push(error.message))
    this.page.on('console', (message) => {
      const stopped = message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !stopped) faults.push(message.text())
    })
    return faults
  }

  /** What the server has of this project, oldest first. */
  async verdicts(project: string): Promise<string[]> {
    const answer = await this.page.request.get(`/api/projects/${project}/decisions`)
    const { items } = (await answer.json()) as { items: { verdict: string }[] }
    return items.map(({ verdict }) => verdict).reverse()
  }

  /** The page opens, but no decision gets through. */
  async cutOff(): Promise<void> {
    await this.page.route('**/decisions', (route) => route.abort('connectionfailed'))
  }

  async reconnect(): Promise<void> {
    await this.page.unroute('**/decisions')
    await this.page.evaluate(() => window.dispatchEvent(new Event('online')))
  }

  async refuseNext(reason: string): Promise<void> {
    const error = { code: 'conflict', reason, message: 'Refused for a test.' }
    await this.page.route('**/decisions', (route) => route.fulfill({ status: 409, json: { error } }), {
      times: 1,
    })
  }
}
