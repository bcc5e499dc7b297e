/** Whoever works from the keyboard stays in the draft when the one before went away with the focus, or goes on from the page's heading. */
export function focusOnTheDesk(): void {
  if (!(document.activeElement?.matches('body, h1') ?? true)) return
  const articles = [...document.querySelectorAll<HTMLElement>('article[data-version]')]
  articles.find((article) => article.offsetParent)?.focus({ preventScroll: true })
}
