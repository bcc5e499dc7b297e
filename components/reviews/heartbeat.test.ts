import { describe, expect, it } from 'vitest'
import { BEAT_EVERY_MS, Heartbeat } from '@/components/reviews/heartbeat'

const MINUTE = 60_000

function makeHeart() {
  const clock = { now: 0, beats: 0 }
  const heart = new Heartbeat({ now: () => clock.now, beat: () => void clock.beats++ })
  /** Lets time go by with the timer of the page, and with signs of life or without. */
  const pass = (minutes: number, { signs }: { signs: boolean }) => {
    const before = clock.beats
    for (let gone = 0; gone < minutes * MINUTE; gone += BEAT_EVERY_MS) {
      clock.now += BEAT_EVERY_MS
      if (signs) heart.sign()
      heart.tick()
    }
    return clock.beats - before
  }
  return { clock, heart, pass }
}

describe('the heartbeat of the desk', () => {
  it('goes on for as long as somebody reads', () => {
    expect(makeHeart().pass(60, { signs: true })).toBe(30)
  })

  it('stops when nobody has moved for a quarter of an hour, and comes back with the first key', () => {
    const { clock, heart, pass } = makeHeart()
    expect(pass(30, { signs: false })).toBe(7)
    const before = clock.beats
    heart.sign()
    heart.sign()
    expect(clock.beats).toBe(before + 1)
  })

  it('stops when the tab is out of sight for long, and comes back with it', () => {
    const { clock, heart, pass } = makeHeart()
    heart.hide()
    expect(pass(4, { signs: false })).toBe(2)
    expect(pass(30, { signs: false })).toBe(0)
    heart.sign() // a key of another window, however it got here
    expect(clock.beats).toBe(2)
    heart.show()
    expect(clock.beats).toBe(3)
    expect(pass(10, { signs: true })).toBe(5)
  })

  it('does not beat with every key', () => {
    const { clock, heart } = makeHeart()
    for (let i = 0; i < 100; i++) {
      clock.now += 1000
      heart.sign()
    }
    expect(clock.beats).toBe(0)
  })
})
