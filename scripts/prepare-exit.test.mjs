import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'

// A program that takes as long to stop its process as its first argument says, and tells what happens.
const PROGRAM = `
  import { writeSync } from 'node:fs'
  import { prepareExit } from './scripts/prepare-exit.mjs'
  const say = (word) => writeSync(1, word + '\\n')
  let killed
  const exit = prepareExit(() => say('last'))
  exit.stopsProcess({
    stop: () => {
      say('stop')
      return new Promise((resolve) => { killed = resolve; setTimeout(resolve, Number(process.argv[1])) })
    },
    kill: () => { say('kill'); killed() },
  })
  exit.stopsDatabase(async () => say('database'))
  process.on('SIGUSR2', () => exit.fail(new Error('a step failed')))
  setInterval(() => {}, 1000)
  say('ready')`

describe('leaving', () => {
  it('stops the processes, then the database, then tidies up', async () => {
    const program = await run(50)
    program.kill('SIGTERM')
    expect(await program.ended).toEqual({ code: 0, words: ['stop', 'database', 'last'] })
  })

  it('takes a signal that comes twice at once, as npm passes it on, for one', async () => {
    const program = await run(600)
    program.kill('SIGINT')
    await program.says('stop')
    program.kill('SIGINT')
    await sleep(100)
    program.kill('SIGINT')
    expect(await program.ended).toEqual({ code: 0, words: ['stop', 'database', 'last'] })
  })

  it('waits for no process any more when it is asked again later, but takes the database down', async () => {
    const program = await run(60_000)
    program.kill('SIGINT')
    await program.says('stop')
    await sleep(1100)
    program.kill('SIGINT')
    program.kill('SIGINT')
    expect(await program.ended).toEqual({ code: 130, words: ['stop', 'kill', 'database', 'last'] })
  })

  it('does not go sooner because a step fails that was cut short', async () => {
    const program = await run(300)
    program.kill('SIGINT')
    await program.says('stop')
    program.kill('SIGUSR2')
    expect(await program.ended).toEqual({ code: 0, words: ['stop', 'database', 'last'] })
  })

  it('names the failure of a step, and stops the rest', async () => {
    const program = await run(50)
    program.kill('SIGUSR2')
    expect(await program.ended).toEqual({ code: 1, words: ['stop', 'database', 'last'] })
    expect(program.complaint()).toBe('\na step failed\n')
  })
})

async function run(milliseconds) {
  const { npm_lifecycle_event: _, ...env } = process.env // an npm above would end it by other rules
  const args = ['--input-type=module', '-e', PROGRAM, String(milliseconds)]
  const child = spawn(process.execPath, args, { env })
  const spoken = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (spoken.out += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (spoken.err += text))
  const ended = new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, words: spoken.out.trim().split('\n').slice(1) })),
  )
  const says = async (word) => {
    while (!spoken.out.includes(`${word}\n`)) await sleep(10)
  }
  await says('ready')
  return { kill: (signal) => child.kill(signal), ended, says, complaint: () => spoken.err }
}
