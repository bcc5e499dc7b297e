'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { TimeZoneKeeper } from '@/components/i18n/time-zone-keeper'
import { PageFocus } from '@/components/shell/page-focus'
import { makeQueryClient } from '@/components/shell/query-client'

/** What every screen stands on. Base UI may add no <style> of its own: the few rules it wants are in globals.css. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  return (
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <Tooltip.Provider delay={500}>
            <TimeZoneKeeper />
            {children}
            <PageFocus />
          </Tooltip.Provider>
        </NuqsAdapter>
      </QueryClientProvider>
    </CSPProvider>
  )
}
