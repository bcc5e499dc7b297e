/** Verdicts as fills that differ in pattern too: plain, striped, dotted. So they are told apart without colours. */
export const verdictFills = {
  approved: 'url(#fill-approved)',
  edited: 'url(#fill-edited)',
  rejected: 'url(#fill-rejected)',
} as const

/** Once on a page, for every picture on it. */
export function VerdictFills() {
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        <pattern id="fill-approved" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" style={{ fill: 'var(--color-approved)' }} opacity="0.8" />
        </pattern>
        <pattern
          id="fill-edited"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="5" height="5" style={{ fill: 'var(--color-edited-soft)' }} />
          <rect width="2.5" height="5" style={{ fill: 'var(--color-edited)' }} />
        </pattern>
        <pattern id="fill-rejected" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" style={{ fill: 'var(--color-rejected-soft)' }} />
          <circle cx="2.5" cy="2.5" r="1.5" style={{ fill: 'var(--color-rejected)' }} />
        </pattern>
      </defs>
    </svg>
  )
}
