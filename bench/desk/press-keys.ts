import type { Page } from '@playwright/test'

declare global {
  interface Window {
    gloss: {
      /** Milliseconds from the key event to the frame after its effect was painted; null while that is not so. */
      took: number | null
      isNextDrawn: () => boolean
    }
  }
}

type Presses = { presses: number; warmUp: number; ready: () => Promise<void> }

/** Presses A again and again, each time after the page is ready, and gives the time that each took. */
export async function pressMany(page: Page, { presses, warmUp, ready }: Presses): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < presses + warmUp; i++) {
    await ready()
    await page.waitForTimeout(120 + ((i * 37) % 90)) // not in step with the frames
    await page.keyboard.press('a')
    await page.waitForFunction(() => window.gloss.took !== null)
    const took = await page.evaluate(() => window.gloss.took!)
    if (i >= warmUp) times.push(took)
  }
  return times
}

// What follows runs in the page: it sees nothing of this file.

/** One word changes on a page with nothing else: the least that a key can do. */
export function framesToEmptyPage(): void {
  document.body.innerHTML = '<p>0</p>'
  const word = document.querySelector('p')!
  window.gloss = { took: null, isNextDrawn: () => true }
  window.addEventListener('keydown', (event) => {
    window.gloss.took = null
    word.textContent = String(Number(word.textContent) + 1)
    const painted = () => {
      window.gloss.took = performance.now() - event.timeStamp
    }
    requestAnimationFrame(() => requestAnimationFrame(painted))
  })
}

/** Painted means: another draft is on the screen with the sentences of its evidence, and the frame after that has come. */
export function framesToNextDraft(): void {
  const shown = '[data-part]:not([style*="display"])'
  const onScreen = () =>
    document.querySelector<HTMLElement>(`${shown} article[data-version]`)?.dataset.version
  const isWhole = () => document.querySelector(`${shown} [data-sentences] mark`) !== null
  const isNextDrawn = () => document.querySelectorAll('article[data-version]').length > 1
  window.gloss = { took: null, isNextDrawn }
  window.addEventListener(
    'keydown',
    (event) => {
      window.gloss.took = null
      const before = onScreen()
      const painted = () => {
        window.gloss.took = performance.now() - event.timeStamp
      }
      const look = () => {
        const here = onScreen()
        requestAnimationFrame(here && here !== before && isWhole() ? painted : look)
      }
      requestAnimationFrame(look)
    },
    { capture: true },
  )
}

/** What the first opening of the page cost. */
export async function collectFrames(): Promise<{ lcp: number; cls: number; scriptKb: number }> {
  const of = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
      observer.observe({ type, buffered: true })
      setTimeout(() => resolve([]), 200)
    })
  const lcp = (await of('largest-contentful-paint')).at(-1)?.startTime ?? 0
  const shifts = (await of('layout-shift')) as (PerformanceEntry & { value: number })[]
  const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const bytes = scripts
    .filter(({ name }) => /\.js(\?|$)/.test(name))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  return { lcp, cls: shifts.reduce((sum, { value }) => sum + value, 0), scriptKb: bytes / 1024 }
}
