'use client'

import { ModelsHead } from '@/components/models/models-head'

export function LearningPage({ project }: { project: string }) {
  return <ModelsHead project={project} at="learning" />
}
