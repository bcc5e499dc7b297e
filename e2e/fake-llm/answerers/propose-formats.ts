import { draftContent } from '@/lib/artifacts/kinds/format/drafting/draft-content'
import { variants } from '@/lib/artifacts/kinds/format/drafting/variants'
import { findCarrier } from '@/lib/formats/find-carrier'
import { type CarrierName, carriers } from '@/lib/formats/model'
import { textOf } from '../read-request'
import type { Answerer, Asked } from './answerer'
import { linesOf, numberAt, textAt } from './read-fenced'

/** Gloss's own variants under names of their own, those first whose parameters nobody has yet. */
export const proposeFormats: Answerer = {
  prompt: 'propose-formats',
  answer(asked) {
    const { fences, version } = asked
    const known = linesOf(fences, 'known')
    const isKnown = (carrier: string, parameters: unknown) =>
      known.some(
        (one) => one.carrier === carrier && JSON.stringify(one.parameters) === JSON.stringify(parameters),
      )
    const all = namedCarriers(asked).flatMap((carrier) =>
      choices(carrier).map((choice, at) => ({
        carrier,
        at,
        parameters: findCarrier(carrier).parameters.parse(choice) as Record<string, unknown>,
      })),
    )
    const fresh = all.filter(({ carrier, parameters }) => !isKnown(carrier, parameters))
    const order = [...fresh, ...all].sort((a, b) => a.at - b.at)
    const wanted = numberAt(linesOf(fences, 'wanted')[0], 'formats') || 3
    const taken = new Set(known.map((one) => textAt(one, 'name')))
    return {
      formats: [...new Set(order)].slice(0, wanted).map(({ carrier, at, parameters }) => {
        const name = nameFor(`${carrier} by the stand-in ${version}-${at + 1}`, taken)
        const { ask, askRecords } = draftContent(carrier, { name, parameters })
        return { name, carrier, parameters, ask: few(ask), askRecords: few(askRecords) }
      }),
    }
  },
}

/** The carriers that the words of the request describe. */
function namedCarriers({ request }: Asked): CarrierName[] {
  const said = textOf(request, 'user')
  return carriers.filter((carrier) => said.includes(`\`${carrier}\`: `))
}

/** Others than the drafter's own: the marks for nothing and the order are turned round where a carrier has them. */
function choices(carrier: CarrierName): Record<string, unknown>[] {
  const { parameters } = findCarrier(carrier)
  const turned = variants[carrier].flatMap((one) => [
    { ...one.parameters, empty: 'mark' },
    { ...one.parameters, indent: 2 },
    { ...one.parameters, layout: 'running' },
  ])
  const sound = [...turned, ...variants[carrier].map((one) => one.parameters)].filter(
    (one) => parameters.safeParse(one).success,
  )
  const distinct = new Map(sound.map((one) => [JSON.stringify(parameters.parse(one)), one]))
  return [...distinct.values()]
}

/** As many sentences as the prompt asks for. */
function few({ en, zh }: { en: string[]; zh: string[] }) {
  return { en: en.slice(0, 2), zh: zh.slice(0, 2) }
}

function nameFor(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  taken.add(free)
  return free
}
