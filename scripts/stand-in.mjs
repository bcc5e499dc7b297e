// A stand-in for language models beside Gloss, for trying things out: `npm run dev -- --fake-llm`.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runTied } from './spawn-tied.mjs'
import { supervise } from './supervise.mjs'
import { freePortFrom } from './web-address.mjs'

const HOST = '127.0.0.1'
const WANTED_PORT = 8899
const GRACE_MS = 500
// Slow enough that progress, spend and the stop button can be seen.
const SETTINGS = { latencyMs: 250 }

/** Starts it, and tells Gloss by the environment: where it is, that this machine may be called, and so what to say on screen. */
export async function startStandIn({ exit, say }) {
  const port = await freePortFrom(HOST, WANTED_PORT)
  const child = supervise({
    args: ['--import', 'tsx', path.join('e2e', 'fake-llm', 'serve.ts')],
    env: { ...process.env, PORT: String(port), FAKE_LLM: JSON.stringify(SETTINGS) },
    onLine: () => {},
    onCrash: ({ reason, pause }) =>
      say(`the stand-in ended (${reason}): starting it again in ${pause / 1000} s`),
  })
  exit.stopsProcess({ stop: () => child.stop(GRACE_MS), kill: child.kill })
  const url = `http://${HOST}:${port}/v1`
  await untilListening(`${url}/models`)
  const networks = (process.env.GLOSS_MODEL_NETWORKS ?? '').split(/[\s,]+/).filter(Boolean)
  process.env.GLOSS_MODEL_NETWORKS = [...new Set([...networks, 'loopback'])].join(',')
  process.env.GLOSS_STAND_IN = url
  return `answers at ${url}; it knows nothing`
}

/** Gives the example project a connection to it. */
export function connectStandIn(env) {
  return runTied(['--import', 'tsx', 'scripts/connect-stand-in.ts'], { env })
}

async function untilListening(url) {
  for (let left = 300; left > 0; left--) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answered) return
    await sleep(50)
  }
  throw new Error(`The stand-in did not answer at ${url}.`)
}
