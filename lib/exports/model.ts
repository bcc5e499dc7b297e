import { z } from 'zod'

export const exportFormats = ['openai-chat', 'alpaca', 'sharegpt'] as const
export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>

export const exportFileSchema = z.object({
  name: z.string(),
  key: z.string(),
  bytes: z.number(),
  rows: z.number().nullable(),
  sha256: z.string(),
})
export type ExportFile = z.infer<typeof exportFileSchema>

export const exportStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export const exportStateSchema = z.enum(exportStates)
