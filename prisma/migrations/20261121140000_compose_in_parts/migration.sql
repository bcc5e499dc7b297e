-- Work that is done for another job, and shown by it.
ALTER TABLE "job_run" ADD COLUMN "part_of_id" UUID;
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "job_run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A stretch of instances of a run that one worker composes into a file of its own.
CREATE TABLE "run_part" (
    "run_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "source" INTEGER NOT NULL,
    "first_ordinal" INTEGER NOT NULL,
    "last_ordinal" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "held_until" TIMESTAMP(3),
    "instance_count" INTEGER NOT NULL DEFAULT 0,
    "instruction_count" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "run_part_pkey" PRIMARY KEY ("run_id", "number"),
    CONSTRAINT "run_part_state_check" CHECK ("state" IN ('open', 'held', 'done'))
);
ALTER TABLE "run_part" ADD CONSTRAINT "run_part_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How many records of a run show a version.
CREATE TABLE "run_use" (
    "run_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "records" INTEGER NOT NULL,

    CONSTRAINT "run_use_pkey" PRIMARY KEY ("run_id", "version_id")
);
CREATE INDEX "run_use_version_id_idx" ON "run_use" ("version_id");
ALTER TABLE "run_use" ADD CONSTRAINT "run_use_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "run_use" ADD CONSTRAINT "run_use_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A corpus that models are measured on: it is never composed, and nothing that it holds comes into a run.
ALTER TABLE "corpus" ADD COLUMN "held_out" BOOLEAN NOT NULL DEFAULT false;
