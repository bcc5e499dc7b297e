-- A rule is approved on a sample: how many applications the reviewer found right, and how many wrong.
ALTER TABLE "decision" ADD COLUMN "sample" JSONB;
