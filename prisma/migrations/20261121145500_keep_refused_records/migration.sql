-- The first records of a run that each gate refused, for people to look at.
ALTER TABLE "run" ADD COLUMN "refusals" JSONB NOT NULL DEFAULT '{}';
