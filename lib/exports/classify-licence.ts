import type { LicenceKind } from '@/lib/exports/model'

/** What a licence asks of whoever passes the work on. By its SPDX id if it has one; people write them in many ways. */
export function classifyLicence(licence: string): LicenceKind {
  const id = licence
    .trim()
    .toLowerCase()
    .replace(/[\s_/]+/g, '-')
  if (/(^|-)nc(-|$)|non-?commercial|research-only|academic/.test(id)) return 'non-commercial'
  if (/(^|-)nd(-|$)|no-?deriv/.test(id)) return 'no-derivatives'
  if (/(^|-)sa(-|$)|share-?alike|^(a|l)?gpl|^(gfdl|odbl|cdla-sharing|eupl|mpl|osl)/.test(id))
    return 'share-alike'
  if (PERMISSIVE.test(id)) return 'permissive'
  return 'unknown'
}

const PERMISSIVE =
  /^(cc0|cc-?zero|cc-by(-\d|$)|mit|apache|bsd|isc|0bsd|unlicense|pddl|odc-by|cdla-permissive|zlib|wtfpl|public-domain|afl|ms-pl|w3c|ncsa|bsl-1|python|psf|creative-commons-attribution-\d)/

/** A permissive licence gives nothing of this on; one that asks for as much itself does. */
const demands: Record<LicenceKind, readonly LicenceKind[]> = {
  permissive: [],
  unknown: [],
  'share-alike': ['share-alike'],
  'non-commercial': ['non-commercial'],
  'no-derivatives': ['no-derivatives'],
}

/** The licences of sources that ask for more than the licence of the whole gives on. */
export function findLicenceConflicts(
  sources: readonly string[],
  declared: string | null,
): { licence: string; kind: LicenceKind }[] {
  const given = declared === null ? [] : demandsOf(declared)
  return [...new Set(sources)]
    .sort()
    .filter((licence) => licence !== declared && demandsOf(licence).some((demand) => !given.includes(demand)))
    .map((licence) => ({ licence, kind: classifyLicence(licence) }))
}

/** CC BY-NC-SA asks for two things. */
function demandsOf(licence: string): readonly LicenceKind[] {
  const isAlso = /(^|[-\s])sa([-\s]|$)|share-?alike/i.test(licence) ? demands['share-alike'] : []
  return [...new Set([...demands[classifyLicence(licence)], ...isAlso])]
}
