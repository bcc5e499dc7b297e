'use client'

import { useProject } from '@/components/projects/current-project'
import { stations } from '@/components/shell/stations'

/** The stations that the viewer may enter. */
export function useStations(): typeof stations {
  const { allows } = useProject()
  return stations.filter(({ needs }) => !needs || allows(needs))
}
