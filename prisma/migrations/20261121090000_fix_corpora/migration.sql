-- Names of labels that people read, by label: {"politicalparty": {"en": "political party", "zh": "政党"}}.
ALTER TABLE "corpus" ADD COLUMN "label_names" JSONB NOT NULL DEFAULT '{}';
-- What is to be fixed before the corpus is first shown, and the labels that its makers say it has.
ALTER TABLE "corpus" ADD COLUMN "plan" JSONB NOT NULL DEFAULT '{}';

-- A change of many instances at once, done in one transaction. `before` holds the counts of the corpus before it.
CREATE TABLE "corpus_fix" (
    "id" UUID NOT NULL,
    "corpus_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fix" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "undoes_id" UUID,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "before" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "corpus_fix_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "corpus_fix_state_check" CHECK ("state" IN ('open', 'done', 'failed', 'cancelled'))
);
CREATE UNIQUE INDEX "corpus_fix_corpus_id_number_key" ON "corpus_fix" ("corpus_id", "number");
-- One at a time.
CREATE UNIQUE INDEX "corpus_fix_open" ON "corpus_fix" ("corpus_id") WHERE "state" = 'open';
CREATE UNIQUE INDEX "corpus_fix_undone_once" ON "corpus_fix" ("undoes_id") WHERE "state" IN ('open', 'done');
ALTER TABLE "corpus_fix" ADD CONSTRAINT "corpus_fix_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "corpus_fix" ADD CONSTRAINT "corpus_fix_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "corpus_fix" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a fix found in the instances that it changed, as it was written.
CREATE TABLE "corpus_fix_change" (
    "fix_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "gold" JSON NOT NULL,
    "labels" TEXT[],

    CONSTRAINT "corpus_fix_change_pkey" PRIMARY KEY ("fix_id", "ordinal")
);
ALTER TABLE "corpus_fix_change" ADD CONSTRAINT "corpus_fix_change_fix_id_fkey" FOREIGN KEY ("fix_id") REFERENCES "corpus_fix" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Instances that a fix took out: whole rows, so that no reader of instances has to know of them. An undo puts them back.
CREATE TABLE "dropped_instance" (
    "fix_id" UUID NOT NULL,
    "corpus_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "gold" JSON NOT NULL,
    "labels" TEXT[],
    "text_hash" BYTEA NOT NULL,
    "meta" JSON,

    CONSTRAINT "dropped_instance_pkey" PRIMARY KEY ("corpus_id", "ordinal")
);
CREATE INDEX "dropped_instance_fix_id_idx" ON "dropped_instance" ("fix_id");
ALTER TABLE "dropped_instance" ADD CONSTRAINT "dropped_instance_fix_id_fkey" FOREIGN KEY ("fix_id") REFERENCES "corpus_fix" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Doubts that people have looked at and left: a survey finds them no more.
CREATE TABLE "seen_problem" (
    "fix_id" UUID NOT NULL,
    "corpus_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "group_key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "seen_problem_pkey" PRIMARY KEY ("corpus_id", "kind", "group_key", "ordinal")
);
CREATE INDEX "seen_problem_fix_id_idx" ON "seen_problem" ("fix_id");
ALTER TABLE "seen_problem" ADD CONSTRAINT "seen_problem_fix_id_fkey" FOREIGN KEY ("fix_id") REFERENCES "corpus_fix" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A fix that was done, failed or was cancelled stays what it is, and goes only with its corpus.
CREATE TRIGGER corpus_fix_keeps BEFORE UPDATE ON "corpus_fix" FOR EACH ROW
  WHEN (OLD."state" <> 'open') EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER corpus_fix_no_delete BEFORE DELETE ON "corpus_fix" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER corpus_fix_change_append_only BEFORE UPDATE ON "corpus_fix_change" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER corpus_fix_change_no_delete BEFORE DELETE ON "corpus_fix_change" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION gloss_refuse_change();
