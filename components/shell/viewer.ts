/** Who looks: what the frame shows of them. */
export type Viewer = { name: string }
