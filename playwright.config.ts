import { defineConfig, devices } from '@playwright/test'
import { ADMIN_STATE } from './e2e/app'
import { installedChromium } from './scripts/setup-browser.mjs'
import { freePortFrom } from './scripts/web-address.mjs'

// Playwright reads this file again in every worker: the port that the first reading chose must stay.
process.env.E2E_PORT ??= String(await freePortFrom('127.0.0.1', 3100))
const url = `http://127.0.0.1:${process.env.E2E_PORT}`
const executablePath = installedChromium()

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  fullyParallel: true,
  workers: 2,
  // What is waited for is a state. How long it takes on a busy machine with two cores is for the benchmarks.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: '.data/test/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: url,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: executablePath ? { executablePath, args: chromiumArguments() } : {},
  },
  // One person makes the first account; every test after it begins signed in as them.
  projects: [
    { name: 'setup', testMatch: /\.setup\.ts$/ },
    {
      name: 'browser',
      testMatch: /\.spec\.ts$/,
      dependencies: ['setup'],
      use: { storageState: ADMIN_STATE },
    },
  ],
  webServer: {
    command: 'node e2e/serve.mjs',
    url: `${url}/api/health`,
    timeout: 180_000,
    stdout: process.env.E2E_LOG ? 'pipe' : 'ignore',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
})

function chromiumArguments() {
  return [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
}
