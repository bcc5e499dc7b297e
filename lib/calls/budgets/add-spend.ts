/**
 * Adds what calls came to to the figures of their project: a part of the statement that settles them, `among` whose rows they are. One
 * that was counted before as lost brings no call more, and what its cost turned out to differ.
 */
export function addSpend(projectId: string, among: string): string {
  return `
    INSERT INTO call_spend AS s (project_id, day, prompt, version, connection_name, model, calls, prompt_tokens, completion_tokens,
      cost, presumed)
    SELECT ${projectId}, day, prompt, version, connection_name, model, sum(calls), sum(prompt_tokens), sum(completion_tokens),
      sum(spent), sum(presumed)
    FROM ${among} GROUP BY day, prompt, version, connection_name, model
    ON CONFLICT (project_id, day, prompt, version, connection_name, model) DO UPDATE SET
      calls = s.calls + excluded.calls, prompt_tokens = s.prompt_tokens + excluded.prompt_tokens,
      completion_tokens = s.completion_tokens + excluded.completion_tokens, cost = s.cost + excluded.cost,
      presumed = s.presumed + excluded.presumed`
}
