import {
  Activity,
  BookOpen,
  ChartNoAxesColumn,
  Cpu,
  Database,
  Download,
  House,
  Layers,
  ListChecks,
  type LucideIcon,
  Network,
  Users,
} from 'lucide-react'
import type { Role } from '@/lib/projects/model'

export type StationKey =
  | 'home'
  | 'corpora'
  | 'queue'
  | 'library'
  | 'taxonomy'
  | 'compose'
  | 'exports'
  | 'quality'
  | 'models'
  | 'people'
  | 'activity'
type StationPlace = { key: StationKey; path: string; keys: string; icon: LucideIcon; needs?: Role }

/** Where one can go inside a project, in the order of the loop. */
export const stations: readonly StationPlace[] = [
  { key: 'home', path: '', keys: 'g h', icon: House },
  { key: 'corpora', path: '/corpora', keys: 'g o', icon: Database },
  { key: 'queue', path: '/queue', keys: 'g q', icon: ListChecks },
  { key: 'library', path: '/library', keys: 'g l', icon: BookOpen },
  { key: 'taxonomy', path: '/taxonomy', keys: 'g t', icon: Network },
  { key: 'compose', path: '/compose', keys: 'g c', icon: Layers },
  { key: 'exports', path: '/exports', keys: 'g e', icon: Download },
  { key: 'quality', path: '/quality', keys: 'g y', icon: ChartNoAxesColumn },
  { key: 'models', path: '/models', keys: 'g m', icon: Cpu, needs: 'lead' },
  { key: 'people', path: '/people', keys: 'g p', icon: Users },
  { key: 'activity', path: '/activity', keys: 'g a', icon: Activity },
]

/** On a telephone these have a place of their own in the bar; the rest is behind "more". */
export const mainStations: readonly StationKey[] = ['home', 'corpora', 'queue', 'library']

export function stationHref(project: string, path: string): string {
  return `/p/${encodeURIComponent(project)}${path}`
}

/** Is `pathname` this station or below it? Home is only itself. */
export function isAt(pathname: string, href: string, isHome: boolean): boolean {
  return isHome ? pathname === href : pathname === href || pathname.startsWith(`${href}/`)
}
