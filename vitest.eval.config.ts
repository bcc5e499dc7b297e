import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// The cases of the prompts, asked of a model that answers and is paid. Never part of the checks.
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: { include: ['prompts/*/cases.eval.ts'], testTimeout: 600_000, maxWorkers: 4 },
})
