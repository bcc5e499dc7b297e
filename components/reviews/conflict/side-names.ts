/** What the two sides of a merge are called on the screen. */
export type SideNames = { theirs: string; mine: string }
