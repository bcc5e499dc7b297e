import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,lib,components,prompts,prisma,scripts,bench,e2e/fake-llm}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: './prisma/factories/test-server.ts',
    setupFiles: './prisma/factories/test-database.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
