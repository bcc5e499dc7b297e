import { describe, expect, it } from 'vitest'
import { findTaskForm } from '@/lib/tasks/find-task-form'
import { phraseLanguages, type TaskForm, taskForms } from '@/lib/tasks/model'

// The sets of slots that a task sentence may have, and whether its labels can have guidelines.
const SLOTS: Partial<Record<TaskForm, string[]>> = {
  openie: [''],
  mrc: ['{question}', '{question},{options}'],
  general: [''],
}
const GUIDED: readonly TaskForm[] = ['ner', 're', 'spo', 'kg', 'ee', 'eet', 'eea', 'tc']

describe.each(taskForms)('the task form %s', (name) => {
  const form = findTaskForm(name)

  it('is found by its name, and reads the gold of a form that stores its own', () => {
    const stored = findTaskForm(form.storedAs)
    expect(form.form).toBe(name)
    expect(stored.storedAs).toBe(form.storedAs)
    expect(form.gold).toBe(stored.gold)
  })

  it.each(phraseLanguages)('says its task in enough ways in %s, no two alike', (language) => {
    const { basic, compound, copying, absent, nouns } = form.phrases[language]
    expect(basic.length).toBeGreaterThanOrEqual(8)
    expect(compound.length).toBeGreaterThanOrEqual(GUIDED.includes(name) ? 6 : 0)
    expect(copying.length).toBeGreaterThanOrEqual(3)
    expect(absent.length).toBeGreaterThanOrEqual(name === 'general' ? 3 : 4)
    const all = [basic, compound, copying, absent].flat()
    expect(new Set(all).size).toBe(all.length)
    for (const phrase of all) expect(/\p{Script=Han}/u.test(phrase)).toBe(language === 'zh')
    for (const noun of Object.values(nouns)) expect(noun.trim()).toBe(noun)
  })

  it.each(phraseLanguages)('has exactly the slots that are filled, in %s', (language) => {
    const { basic, compound, copying, absent } = form.phrases[language]
    const allowed = SLOTS[name] ?? ['{labels}']
    for (const phrase of [...basic, ...compound]) expect(allowed).toContain(slots(phrase))
    for (const phrase of copying) expect(slots(phrase)).toBe('')
    for (const phrase of absent) expect(slots(phrase)).toBe('{empty}')
  })
})

const slots = (phrase: string) => String(phrase.match(/\{\w+\}/g) ?? '')
