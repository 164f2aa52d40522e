/** The mark: a page with an ink check. Decorative; the name stands beside it. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path
        d="M10.5 21H7a2.5 2.5 0 0 1-2.5-2.5v-13A2.5 2.5 0 0 1 7 3h6.5L19 8.5v3"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M13.5 3v4a1.5 1.5 0 0 0 1.5 1.5h4" stroke="currentColor" strokeWidth="1.9" />
      <circle cx="17" cy="17.5" r="4.6" fill="var(--mc-ink-fill)" />
      <path
        d="m15.1 17.6 1.4 1.4 2.5-2.7"
        stroke="#fff"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
