// How soon the next draft is painted after a key, in a real browser against a production build.
import { chromium, type Page } from '@playwright/test'
import { measureLongText } from '@/bench/desk/open-long-text'
import { collectFrames, framesToEmptyPage, framesToNextDraft, pressMany } from '@/bench/desk/press-keys'
import { serveBuild } from '@/bench/desk/serve-build'
import { makeDeskWorld, password } from '@/bench/desk/world'
import { numberArgument, percentile, printResult, round } from '@/bench/measure'
import { installedChromium } from '@/scripts/setup-browser.mjs'

const drafts = numberArgument('drafts', 70)
const presses = Math.min(numberArgument('presses', 60), drafts - 6)
const WARM_UP = 3

const server = await serveBuild()
const world = await makeDeskWorld(server.url, drafts)
const browser = await chromium.launch({
  executablePath: installedChromium(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
})
try {
  const page = await signIn()
  const floor = await measureFloor(page)
  await page.goto(`${server.url}/p/${world.slug}/queue`)
  const opened = await openingTimes(page)
  const { times, unsent } = await measureDesk(page)
  const long = await measureLongText(page, `${server.url}/p/${world.slug}/queue?version=${world.longDraft}`)
  printResult({
    keyToNextItemMsP95: round(percentile(times, 0.95)),
    keyToNextItemMsP50: round(percentile(times, 0.5)),
    keyToNextItemMsMax: round(Math.max(...times)),
    timesFloor: round(percentile(times, 0.95) / percentile(floor, 0.95)),
    floorMsP95: round(percentile(floor, 0.95)),
    floorMsP50: round(percentile(floor, 0.5)),
    drafts: world.drafts,
    decisions: times.length,
    unsentAtTheEnd: unsent,
    lcpMs: round(opened.lcp),
    cls: opened.cls,
    firstLoadJsKbGzip: round(opened.scriptKb),
    scriptKbGzip: round(opened.scriptKb),
    longTextOpenMs: round(percentile(long.openMs, 0.5)),
    longTextOpenMsMax: round(Math.max(...long.openMs)),
    longTextSpans: long.spans,
    longTextFramesPerSecond: round(long.framesPerSecond),
    floor: 'the same key painting one changed word on an empty page of the same browser',
  })
} finally {
  await browser.close()
  await server.stop()
}
process.exit(0)

async function signIn(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript('globalThis.__name = (named) => named') // esbuild names functions with it
  const answer = await context.request.post(`${server.url}/api/session`, {
    data: { email: world.email, password },
    headers: { origin: server.url },
  })
  if (!answer.ok()) throw new Error(`signing in failed: ${await answer.text()}`)
  return context.newPage()
}

async function measureFloor(page: Page): Promise<number[]> {
  await page.goto(`${server.url}/api/health`)
  await page.evaluate(framesToEmptyPage)
  return pressMany(page, { presses, warmUp: WARM_UP, ready: async () => {} })
}

/** A reviewer reads before the next key: the draft behind the one on the screen has time to be drawn. */
async function measureDesk(page: Page): Promise<{ times: number[]; unsent: number }> {
  await page.waitForSelector('article[data-version]')
  await page.evaluate(framesToNextDraft)
  const ready = () =>
    page.waitForFunction(() => window.gloss.isNextDrawn(), undefined, { timeout: 5000 }).then(() => {})
  const times = await pressMany(page, { presses, warmUp: WARM_UP, ready })
  await page.waitForSelector('[data-saved]', { timeout: 10_000 })
  const unsent = await page.locator('[data-unsent]').count()
  return { times, unsent }
}

async function openingTimes(page: Page) {
  await page.waitForSelector('article[data-version]')
  await page.waitForTimeout(1500)
  return page.evaluate(collectFrames)
}
