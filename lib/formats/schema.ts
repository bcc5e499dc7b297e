import { z } from 'zod'

/** A key, column or element name that a person chooses. Nothing in it that any carrier would have to escape. */
export const keySchema = z
  .string()
  .max(40)
  .regex(/^[\p{L}\p{N}_](?:[\p{L}\p{N}_ -]*[\p{L}\p{N}_])?$/u, 'Letters, digits, spaces, _ and - only')

/** A word that stands for "there is nothing": none, N/A, 无, or a dash. */
export const markSchema = z
  .string()
  .max(24)
  .regex(/^(?:[\p{L}\p{N}]+(?:[ /][\p{L}\p{N}]+)*|[-–—∅]+)$/u, 'Words of letters and digits, or a dash')

/** The character between the values of a field. */
export const betweenSchema = z.enum([';', '/', '|', '、', '；'])

export const itemOrderSchema = z.enum(['by-group', 'by-appearance'])
export const emptyGroupsSchema = z.enum(['leave-out', 'mark'])

/** How far JSON and the like are indented; 0 keeps them on one line. */
export const indentSchema = z.literal([0, 2, 4])
