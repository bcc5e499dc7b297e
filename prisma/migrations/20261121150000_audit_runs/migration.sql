-- A run may be exported once a person has released it. Runs of before this was asked stay as they were.
ALTER TABLE "run" ADD COLUMN "released_at" TIMESTAMP(3),
  ADD COLUMN "released_by_id" TEXT,
  ADD COLUMN "released_how" TEXT;
UPDATE "run" SET "released_at" = now()::timestamp, "released_how" = 'before';
ALTER TABLE "run" ADD CONSTRAINT "run_released_check" CHECK (
  ("released_at" IS NULL) = ("released_how" IS NULL)
  AND "released_how" IN ('accepted', 'overridden', 'before')
  AND ("released_how" = 'before' OR "released_by_id" IS NOT NULL));

-- A sample of a run's records that people look at. What they found is kept when the audit is closed.
CREATE TABLE "run_audit" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "c" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "ordered_by_id" TEXT NOT NULL,
    "ordered_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_id" TEXT,
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "run_audit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "run_audit_state_check" CHECK ("state" IN ('open', 'accepted', 'overridden', 'replaced')),
    CONSTRAINT "run_audit_accepted_check" CHECK ("state" <> 'accepted' OR ("n" > 0 AND "decided" = "n" AND "rejected" <= "c")),
    CONSTRAINT "run_audit_overridden_check" CHECK ("state" <> 'overridden' OR "reason" <> '')
);
CREATE INDEX "run_audit_run_id_ordered_at_idx" ON "run_audit" ("run_id", "ordered_at" DESC);
CREATE UNIQUE INDEX "run_audit_open_key" ON "run_audit" ("run_id") WHERE "state" = 'open';
ALTER TABLE "run_audit" ADD CONSTRAINT "run_audit_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The records of a sample, as drafts in the queue. `position` is the record's place in the file of the run.
CREATE TABLE "run_audit_record" (
    "audit_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "run_audit_record_pkey" PRIMARY KEY ("audit_id", "position")
);
CREATE UNIQUE INDEX "run_audit_record_version_id_key" ON "run_audit_record" ("version_id");
ALTER TABLE "run_audit_record" ADD CONSTRAINT "run_audit_record_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "run_audit" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "run_audit_record" ADD CONSTRAINT "run_audit_record_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
