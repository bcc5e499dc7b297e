import { expect, test } from './app'

const RUN = 'window.ranByAttack=1'

/** What people and files may write in any place, and what must stay text in every one. */
const NASTY = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror=${RUN}>`,
  `'><svg/onload=${RUN}>`,
  `</script><script>${RUN}</script>`,
  `</title><script>${RUN}</script>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">link</a>`,
  `<details open ontoggle=${RUN}>`,
  `<base href="https://elsewhere.example/">`,
  `<link rel=stylesheet href="https://elsewhere.example/a.css">`,
  `[link](javascript:${RUN})`,
  `\${${RUN}} {{${RUN}}} {name} {n, plural, one {#} other {#}}`,
  `\\u003cscript\\u003e${RUN}`,
  '\u202eright to left\u202c',
  '\u2066\u2067 isolates left open',
  '\u200b\u200b\u200b',
  'שלום عربى',
  `Z${'\u0315'.repeat(150)}`,
  'W'.repeat(200),
  '字'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(18),
  '__proto__',
  'constructor',
]

function lineOf(written: string, at: number): string {
  const text = `Before ${written} after ${NASTY[(at + 1) % NASTY.length]}`
  return JSON.stringify({ text, spans: [{ start: 7, end: 7 + [...written].length, label: written }] })
}

for (const width of [1440, 390])
  test(`what people and files write stays text, and no page breaks: ${width} px`, async ({
    app,
    page,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const project = await app.makeProject(NASTY[1]!)
    const text = [...NASTY.map(lineOf), ...NASTY].join('\n')
    const { id: corpus } = await app.importCorpus(project, { name: NASTY[0]!, text })
    await app.importCorpus(project, { name: 'W'.repeat(120), text })
    await app.draftGuidelines(project, corpus)
    const foreign: string[] = []
    page.on('request', (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL!)) foreign.push(request.url())
    })
    await page.setViewportSize({ width, height: 900 })
    const parts = [
      '',
      '/queue',
      '/corpora',
      `/corpora/${corpus}`,
      `/corpora/${corpus}?tab=labels`,
      `/corpora/${corpus}?tab=report`,
    ]
    const pages = [...parts, '/library?state=all', '/compose', '/people', '/activity'].map(
      (one) => `/p/${project}${one}`,
    )
    for (const address of [
      ...pages,
      '/projects',
      `/p/${project}/activity?action=${encodeURIComponent(NASTY[0]!)}`,
    ]) {
      const answer = await page.goto(address)
      await page.waitForLoadState('networkidle')
      expect(answer!.status(), address).toBe(200)
      const seen = await page.evaluate(() => ({
        ran: 'ranByAttack' in window,
        injected: document.querySelectorAll('iframe, base, img[src="x"], [onerror], [onload], [ontoggle]')
          .length,
        tooWide: document.documentElement.scrollWidth > window.innerWidth,
      }))
      expect(seen, address).toEqual({ ran: false, injected: 0, tooWide: false })
    }
    expect(foreign).toEqual([])
  })

test('every page and answer forbids foreign scripts, frames, guessing of types, and caches', async ({
  app,
  page,
}) => {
  const project = await app.makeProject('Headers')
  for (const address of [
    '/',
    '/projects',
    '/account',
    '/sign-in',
    '/none',
    '/p/%ff',
    `/p/${project}`,
    `/p/${project}/queue`,
  ]) {
    const answer = await page.request.get(address, { maxRedirects: 0 })
    const headers = answer.headers()
    const scripts = /script-src[^;]*/.exec(headers['content-security-policy'] ?? '')?.[0]
    expect(scripts, address).toMatch(/^script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'$/)
    expect(headers, address).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
    expect(headers['cache-control'], address).toContain('no-store')
    const nonce = /'nonce-([^']+)'/.exec(scripts!)![1]
    const bare = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].filter(
      ([tag]) => !tag.includes(`"${nonce}"`),
    )
    expect(bare, address).toEqual([])
  }
  for (const address of [
    `/api/projects/${project}`,
    '/api/projects/none',
    '/api/projects/%ff',
    '/api/none',
    `/api/projects/${project}/corpora?odd=1`,
  ]) {
    const headers = (await page.request.get(address)).headers()
    expect(headers['cache-control'], address).toBe('no-store')
    expect(headers['content-security-policy'], address).toContain(`default-src 'none'`)
  }
})

test('an address that does not exist, or cannot even be read, is not found', async ({ page }) => {
  for (const address of ['/none', '/p/%ff', '/p/%', '/join/%E4'])
    expect((await page.request.get(address)).status(), address).toBe(404)
  for (const address of ['/api/none', '/api/projects/%ff', '/api/%']) {
    const answer = await page.request.get(address)
    expect(answer.status(), address).toBe(404)
    expect((await answer.json()).error, address).toMatchObject({
      code: 'not_found',
      reason: 'address-unknown',
    })
  }
})

test('signing in leads to a page of this site only', async ({ page }) => {
  for (const next of [
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
  ]) {
    const answer = await page.request.get(`/sign-in?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
    expect(answer.headers().location, next).toBe('/')
  }
})
