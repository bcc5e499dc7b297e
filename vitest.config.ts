import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['{app,lib,components,prompts,prisma,scripts}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: './prisma/factories/test-server.ts',
    setupFiles: './prisma/factories/test-database.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
