-- What calls came to, by day, prompt and model: what was spent is shown without a look at every call. Whoever settles calls adds
-- to it, under the lock of the budget.
CREATE TABLE "call_spend" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "prompt" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "connection_name" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "prompt_tokens" BIGINT NOT NULL,
    "completion_tokens" BIGINT NOT NULL,
    "cost" BIGINT NOT NULL,
    "presumed" BIGINT NOT NULL,

    CONSTRAINT "call_spend_pkey" PRIMARY KEY ("project_id", "day", "prompt", "version", "connection_name", "model")
);
ALTER TABLE "call_spend" ADD CONSTRAINT "call_spend_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "call_spend" ("project_id", "day", "prompt", "version", "connection_name", "model", "calls", "prompt_tokens",
  "completion_tokens", "cost", "presumed")
SELECT "project_id", "day", "prompt", "version", "connection_name", "model", count(*), coalesce(sum("prompt_tokens"), 0),
  coalesce(sum("completion_tokens"), 0), sum("cost"), sum("presumed")
FROM "model_call" WHERE "state" <> 'reserved' AND "copied_from_id" IS NULL GROUP BY 1, 2, 3, 4, 5, 6;

-- Nobody else read the calls of a day.
DROP INDEX "model_call_spend";
