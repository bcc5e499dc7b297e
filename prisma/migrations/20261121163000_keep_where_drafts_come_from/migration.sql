-- Who drafted what, what became of it, what models advise, and two drafters against each other.
CREATE TABLE "draft_origin" (
    "version_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "corpus_id" UUID,
    "kind" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "model" TEXT,
    "prompt" TEXT,
    "prompt_version" INTEGER,
    "cost" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_origin_pkey" PRIMARY KEY ("version_id")
);
CREATE TABLE "edit_measure" (
    "version_id" UUID NOT NULL,
    "drafted_id" UUID,
    "distance" DOUBLE PRECISION NOT NULL,
    "draft_share" DOUBLE PRECISION,

    CONSTRAINT "edit_measure_pkey" PRIMARY KEY ("version_id")
);
CREATE TABLE "draft_advice" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "call_id" UUID,
    "job_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_advice_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "comparison" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "corpus_id" UUID NOT NULL,
    "labels" TEXT[],
    "a" JSONB NOT NULL,
    "b" JSONB NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'drafting',
    "job_id" UUID NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "comparison_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "comparison_draft" (
    "comparison_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "arm" TEXT NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "comparison_draft_pkey" PRIMARY KEY ("comparison_id","label","arm"),
    CONSTRAINT "comparison_draft_arm" CHECK ("arm" IN ('a', 'b'))
);
CREATE TABLE "suggested_name" (
    "corpus_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "author" TEXT NOT NULL,

    CONSTRAINT "suggested_name_pkey" PRIMARY KEY ("corpus_id","label","language")
);

CREATE INDEX "draft_origin_project_id_kind_idx" ON "draft_origin"("project_id", "kind");
CREATE UNIQUE INDEX "draft_advice_version_id_job_id_key" ON "draft_advice"("version_id", "job_id");
CREATE INDEX "comparison_project_id_created_at_idx" ON "comparison"("project_id", "created_at" DESC);
CREATE UNIQUE INDEX "comparison_draft_version_id_key" ON "comparison_draft"("version_id");

ALTER TABLE "draft_origin" ADD CONSTRAINT "draft_origin_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "edit_measure" ADD CONSTRAINT "edit_measure_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "draft_advice" ADD CONSTRAINT "draft_advice_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comparison_draft" ADD CONSTRAINT "comparison_draft_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "comparison_draft" ADD CONSTRAINT "comparison_draft_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "suggested_name" ADD CONSTRAINT "suggested_name_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the miner drafted before counts, too.
INSERT INTO "draft_origin" ("version_id", "project_id", "corpus_id", "kind", "author_kind", "author_id", "created_at")
SELECT v.id, a.project_id, a.corpus_id, a.kind, v.author_kind, v.author_id, v.created_at
FROM "version" v JOIN "artifact" a ON a.id = v.artifact_id
WHERE v.author_kind IN ('miner', 'model') AND a.kind <> 'record';
