-- How often what was left of a batch was given to its service.
ALTER TABLE "call_batch" ADD COLUMN "rounds" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "call_batch" ADD COLUMN "label" TEXT NOT NULL DEFAULT '';
CREATE INDEX "call_batch_job_run_id_idx" ON "call_batch" ("job_run_id");
