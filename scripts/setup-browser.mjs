#!/usr/bin/env node
// Makes sure that end-to-end tests have a Chromium: one that is installed, else Playwright's own, else Debian's.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/** The Chromium of this machine, or undefined when Playwright's own is to be used. */
export function installedChromium() {
  return [process.env.PW_CHROMIUM, ...INSTALLED].find((file) => file && existsSync(file))
}

/** Returns in words which Chromium there is. */
export function setUpBrowser(announce = () => {}) {
  if (installedChromium()) return addChineseFont(announce, installedChromium())
  announce('fetching a Chromium')
  if (installPlaywrights() && playwrightsStarts()) return "Playwright's own"
  if (canUseApt() && apt('chromium', 'fonts-noto-cjk')) return installedChromium()
  throw new Error(
    'There is no Chromium, and none that starts could be fetched. Install one and set PW_CHROMIUM=/path/to/chromium.',
  )
}

// Debian's Chromium brings no font with Chinese characters: they would be drawn as boxes.
function addChineseFont(announce, chromium) {
  if (existsSync(CJK_FONT) || !canUseApt() || hasChineseFont()) return chromium
  announce('installing a font with Chinese characters')
  return apt('fonts-noto-cjk') ? chromium : `${chromium}, without a font for Chinese`
}

function installPlaywrights() {
  const manifest = createRequire(import.meta.url).resolve('@playwright/test/package.json')
  const cli = path.join(path.dirname(manifest), 'cli.js')
  return spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'ignore' }).status === 0
}

// Playwright's own comes without the libraries of the system that it needs; Debian's brings them.
function playwrightsStarts() {
  const file = createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  return spawnSync(file, ['--version'], { stdio: 'ignore' }).status === 0
}

function hasChineseFont() {
  return spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')
}

function apt(...packages) {
  const run = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  run('update')
  return run('install', '-y', '--no-install-recommends', ...packages).status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(setUpBrowser(console.error))
