import type { Page } from '@playwright/test'

const TIMES = 4

type Opened = { ms: number; spans: number }

/** Opens a text of 50 kB with 300 spans from the excerpt in the evidence, each time on a page that was loaded anew, and scrolls it. */
export async function measureLongText(page: Page, address: string) {
  const opened: Opened[] = []
  for (let time = 0; time < TIMES; time++) {
    await page.goto(address)
    await page.getByRole('button', { name: 'Show the whole text' }).first().waitFor()
    await page.waitForTimeout(800) // the drafts behind it are drawn meanwhile
    opened.push(await page.evaluate(openWhole))
  }
  const framesPerSecond = await page.evaluate(scrollThrough)
  return { openMs: opened.map(({ ms }) => ms), spans: opened[0]!.spans, framesPerSecond }
}

// What follows runs in the page: it sees nothing of this file.

/** From the click to the frame after all of it was painted. */
async function openWhole(): Promise<Opened> {
  const shown = [...document.querySelectorAll<HTMLElement>('[data-sentences] li')]
  const line = shown.find((one) => one.offsetParent && one.querySelector('button'))!
  const before = line.textContent!.length
  const began = performance.now()
  line.querySelector<HTMLElement>('.reading button')!.click()
  return new Promise((resolve) => {
    const look = () => {
      if (line.textContent!.length < before + 40_000) return requestAnimationFrame(look)
      requestAnimationFrame(() =>
        resolve({ ms: performance.now() - began, spans: line.querySelectorAll('mark + span').length }),
      )
    }
    requestAnimationFrame(look)
  })
}

async function scrollThrough(): Promise<number> {
  const part = [...document.querySelectorAll<HTMLElement>('[data-sentences]')].find(
    (one) => one.offsetParent,
  )!
  const frames = 180
  const began = performance.now()
  for (let frame = 0; frame < frames; frame++) {
    part.scrollTop += 40
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  return (frames * 1000) / (performance.now() - began)
}
