-- What a survey found in a corpus. A corpus that is surveyed again keeps the old one until the new one is complete.
CREATE TABLE "corpus_survey" (
    "id" SERIAL NOT NULL,
    "corpus_id" UUID NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'reading',
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "corpus_survey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "corpus_survey_phase_check" CHECK ("phase" IN ('reading', 'searchable', 'ready'))
);
CREATE INDEX "corpus_survey_corpus_id_id_idx" ON "corpus_survey" ("corpus_id", "id" DESC);
ALTER TABLE "corpus_survey" ADD CONSTRAINT "corpus_survey_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The instances that have a term, as the differences between their ordinals; a row for each stretch of the corpus. A foreign key
-- would be checked for each of millions of rows that are only ever written and removed with their survey: a trigger removes them.
CREATE TABLE "instance_term" (
    "survey_id" INTEGER NOT NULL,
    "term" TEXT COLLATE "C" NOT NULL,
    "first_ordinal" INTEGER NOT NULL,
    "ordinals" BYTEA NOT NULL,

    CONSTRAINT "instance_term_pkey" PRIMARY KEY ("survey_id", "term", "first_ordinal")
);
ALTER TABLE "instance_term" ALTER COLUMN "ordinals" SET STORAGE EXTERNAL;

CREATE FUNCTION remove_terms_of_survey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM instance_term WHERE survey_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER corpus_survey_removes_terms AFTER DELETE ON "corpus_survey" FOR EACH ROW EXECUTE FUNCTION remove_terms_of_survey();

-- What a survey doubts. Instances that share a doubt have the same group.
CREATE TABLE "instance_problem" (
    "corpus_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "group_key" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "instance_problem_pkey" PRIMARY KEY ("corpus_id", "kind", "group_key", "ordinal")
);
CREATE INDEX "instance_problem_corpus_id_ordinal_idx" ON "instance_problem" ("corpus_id", "ordinal");
ALTER TABLE "instance_problem" ADD CONSTRAINT "instance_problem_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
