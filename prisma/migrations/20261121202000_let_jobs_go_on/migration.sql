-- What a job was asked to do, where it can go on after a person has done something about what ended it.
ALTER TABLE "job_run" ADD COLUMN "payload" JSONB;
