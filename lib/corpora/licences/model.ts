import { z } from 'zod'

export const licenceKinds = [
  'permissive',
  'share-alike',
  'non-commercial',
  'no-derivatives',
  'unknown',
] as const
export const licenceKindSchema = z.enum(licenceKinds)
export type LicenceKind = z.infer<typeof licenceKindSchema>

/** What a licence can ask for of whoever passes the work on, beside naming it; `unknown`: nobody can tell what. */
export const licenceDemands = ['non-commercial', 'no-derivatives', 'share-alike', 'unknown'] as const
export const licenceDemandSchema = z.enum(licenceDemands)
export type LicenceDemand = z.infer<typeof licenceDemandSchema>

/** What a licence asks of whoever passes the work on, the weightiest first. By its SPDX id if it has one; people write them in many ways. */
export function classifyLicence(licence: string): LicenceKind {
  const [first] = demandsOf(licence)
  return first ?? 'permissive'
}

/** Everything that a licence asks for: CC BY-NC-SA asks for two things. */
export function demandsOf(licence: string): LicenceDemand[] {
  const id = licence
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, '-')
  const asked = licenceDemands.filter((demand) => demand !== 'unknown' && ASKING[demand].test(id))
  return asked.length || PERMISSIVE.test(id) ? asked : ['unknown']
}

const ASKING: Record<Exclude<LicenceDemand, 'unknown'>, RegExp> = {
  'non-commercial': /(^|-)nc(-|$)|non-?commercial|research-only|academic/,
  'no-derivatives': /(^|-)nd(-|$)|no-?deriv/,
  'share-alike': /(^|-)sa(-|$)|share-?alike|^(a|l)?gpl|^(gfdl|odbl|cdla-sharing|eupl|mpl|osl)/,
}

const PERMISSIVE =
  /^(cc0|cc-?zero|cc-by(-\d|$)|mit|apache|bsd|isc|0bsd|unlicense|pddl|odc-by|cdla-permissive|zlib|wtfpl|public-domain|afl|ms-pl|w3c|ncsa|bsl-1|python|psf|creative-commons-attribution-\d)/

/**
 * The licences of sources that ask for more than the licence of the whole gives on: a permissive one gives nothing of this on.
 * What nobody can tell asks for nothing here.
 */
export function findLicenceConflicts(
  sources: readonly string[],
  declared: string | null,
): { licence: string; kind: LicenceKind }[] {
  const given = declared === null ? [] : demandsOf(declared)
  const isOpen = (demand: LicenceDemand) => demand !== 'unknown' && !given.includes(demand)
  return [...new Set(sources)]
    .sort()
    .filter((licence) => licence !== declared && demandsOf(licence).some(isOpen))
    .map((licence) => ({ licence, kind: classifyLicence(licence) }))
}
