#!/usr/bin/env node
// `npm start`: everything from a fresh clone to a running Gloss. `--dev` serves the sources instead of a build,
// `--fake-llm` puts a stand-in for language models beside it.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gloss needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const { startGloss } = await import('./start-gloss.mjs')
await startGloss({ dev: process.argv.includes('--dev'), fakeLlm: process.argv.includes('--fake-llm') })
