-- What a project may spend on models. Money is whole micros: millionths of the currency's unit. Every reservation and every
-- settlement of a project locks this row first, so that its limits hold however many workers ask.
CREATE TABLE "budget" (
    "project_id" UUID NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "total_limit" BIGINT,
    "day_limit" BIGINT,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "share_answers" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "budget_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "budget_is_counted" CHECK ("spent" >= 0 AND "reserved" >= 0),
    CONSTRAINT "budget_total_limit_check" CHECK ("total_limit" >= 0),
    CONSTRAINT "budget_day_limit_check" CHECK ("day_limit" >= 0)
);
ALTER TABLE "budget" ADD CONSTRAINT "budget_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The same by day (UTC). A call counts on the day that it was reserved on.
CREATE TABLE "budget_day" (
    "project_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "spent" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "budget_day_pkey" PRIMARY KEY ("project_id", "day"),
    CONSTRAINT "budget_day_is_counted" CHECK ("spent" >= 0 AND "reserved" >= 0)
);
ALTER TABLE "budget_day" ADD CONSTRAINT "budget_day_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A process that asks models. What it had reserved when it stopped saying that it lives is lost.
CREATE TABLE "call_worker" (
    "id" UUID NOT NULL,
    "connections" UUID[] NOT NULL DEFAULT '{}',
    "seen_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_worker_pkey" PRIMARY KEY ("id")
);

-- Calls that a service was given as one file, to be answered within a day.
CREATE TABLE "call_batch" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "connection_id" UUID,
    "job_run_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'gathered',
    "number_at_service" TEXT,
    "file_at_service" TEXT,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT NOT NULL DEFAULT '',
    "cancel_asked_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "call_batch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "call_batch_state_check" CHECK ("state" IN ('gathered', 'sent', 'collected', 'failed', 'cancelled'))
);
ALTER TABLE "call_batch" ADD CONSTRAINT "call_batch_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "call_batch" ADD CONSTRAINT "call_batch_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "model_connection" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "call_batch_open" ON "call_batch" ("project_id") WHERE "state" IN ('gathered', 'sent');

-- One question to a model. `holds`: this row is the one that answers its request, or will: there is one at most in a project.
CREATE TABLE "model_call" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "connection_id" UUID,
    "connection_name" TEXT NOT NULL,
    "job_run_id" UUID,
    "worker_id" UUID,
    "batch_id" UUID,
    "prompt" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "words_hash" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "holds" BOOLEAN NOT NULL DEFAULT true,
    "turn" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "served_model" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "about_kind" TEXT NOT NULL,
    "about_corpus_id" UUID,
    "about_key" TEXT NOT NULL,
    "candidate" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'reserved',
    "outcome" TEXT,
    "failure" TEXT,
    "message" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "latency_ms" INTEGER,
    "prompt_tokens" INTEGER,
    "completion_tokens" INTEGER,
    "finish_reason" TEXT,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "presumed" BIGINT NOT NULL DEFAULT 0,
    "price" JSONB,
    "before_id" UUID,
    "replay_of_id" UUID,
    "instead_of_id" UUID,
    "copied_from_id" UUID,
    "day" DATE NOT NULL,
    "started_at" TIMESTAMP(3) NOT NULL,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "model_call_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_call_state_check" CHECK ("state" IN ('reserved', 'settled', 'lost')),
    CONSTRAINT "model_call_turn_check" CHECK ("turn" IN ('only', 'prose', 'form', 'repair')),
    CONSTRAINT "model_call_outcome_check" CHECK (("outcome" IS NOT NULL) = ("state" = 'settled')
      AND "outcome" IN ('answer', 'truncated', 'refused', 'empty', 'malformed', 'failed')),
    CONSTRAINT "model_call_failure_check" CHECK (("failure" IS NOT NULL) = ("outcome" IS NOT NULL AND "outcome" = 'failed')),
    CONSTRAINT "model_call_money_check" CHECK ("reserved" >= 0 AND "cost" >= 0 AND "presumed" BETWEEN 0 AND "cost")
);
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "model_call" ADD CONSTRAINT "model_call_connection_id_fkey" FOREIGN KEY ("connection_id") REFERENCES "model_connection" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "model_call_answers" ON "model_call" ("request_hash", "project_id") WHERE "holds";
CREATE INDEX "model_call_project_id_id_idx" ON "model_call" ("project_id", "id" DESC);
CREATE INDEX "model_call_project_id_prompt_id_idx" ON "model_call" ("project_id", "prompt", "id" DESC);
CREATE INDEX "model_call_job_run_id_idx" ON "model_call" ("job_run_id", "id" DESC);
CREATE INDEX "model_call_about_idx" ON "model_call" ("project_id", "about_key", "id" DESC);
CREATE INDEX "model_call_unanswered" ON "model_call" ("project_id", "outcome", "id" DESC) WHERE "outcome" <> 'answer';
CREATE INDEX "model_call_open" ON "model_call" ("project_id", "batch_id") WHERE "state" = 'reserved';
CREATE INDEX "model_call_replay_of_id_idx" ON "model_call" ("replay_of_id") WHERE "replay_of_id" IS NOT NULL;
CREATE INDEX "model_call_connection_id_idx" ON "model_call" ("connection_id");

-- What was asked and said, apart from the rows that lists read.
CREATE TABLE "model_call_text" (
    "call_id" UUID NOT NULL,
    "input" JSON NOT NULL,
    "messages" JSON NOT NULL,
    "raw" TEXT NOT NULL DEFAULT '',
    "value" JSON,

    CONSTRAINT "model_call_text_pkey" PRIMARY KEY ("call_id")
);
ALTER TABLE "model_call_text" ADD CONSTRAINT "model_call_text_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "model_call" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The decisions that a prompt showed to the model as examples or as what to avoid.
CREATE TABLE "model_call_decision" (
    "call_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,

    CONSTRAINT "model_call_decision_pkey" PRIMARY KEY ("call_id", "decision_id")
);
ALTER TABLE "model_call_decision" ADD CONSTRAINT "model_call_decision_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "model_call" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "model_call_decision" ADD CONSTRAINT "model_call_decision_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "model_call_decision_decision_id_idx" ON "model_call_decision" ("decision_id");

-- The calls that a drafted version came from, in their order.
CREATE TABLE "version_call" (
    "version_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "version_call_pkey" PRIMARY KEY ("version_id", "place")
);
ALTER TABLE "version_call" ADD CONSTRAINT "version_call_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "version_call" ADD CONSTRAINT "version_call_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "model_call" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "version_call_call_id_idx" ON "version_call" ("call_id");
