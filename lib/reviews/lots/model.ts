/** What stands between the key of a lot and the number of a decision in it. */
export const LOT = '.lot.'
/** The request key of one decision of a lot: a lot that is sent again finds each of its decisions made. */
export const lotKey = (lot: string, at: number) => `${lot}${LOT}${at}`
/** What the request keys of a lot begin with. */
export const lotPrefix = (lot: string) => `${lot}${LOT}`
