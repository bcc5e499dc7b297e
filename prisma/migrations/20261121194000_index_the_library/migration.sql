-- What the lists of the library show: one row an artifact, and the texts that they are searched by. Both are written anew, some
-- time after something changed, from what is in the tables of record; until then the change waits in library_change.
CREATE TABLE "library_entry" (
    "artifact_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "corpus_id" UUID,
    "key" TEXT NOT NULL,
    "labels" TEXT[],
    "title_en" TEXT NOT NULL,
    "title_zh" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "newest_id" UUID NOT NULL,
    "approved_id" UUID,
    "approved_number" INTEGER,
    "decided_by_id" TEXT,
    "decided_at" TIMESTAMP(3),
    "retired" BOOLEAN NOT NULL,

    CONSTRAINT "library_entry_pkey" PRIMARY KEY ("artifact_id")
);
ALTER TABLE "library_entry" ADD CONSTRAINT "library_entry_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "library_entry_project_id_title_en_artifact_id_idx" ON "library_entry" ("project_id", "title_en", "artifact_id");

CREATE TABLE "library_text" (
    "version_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grams" INTEGER[],

    CONSTRAINT "library_text_pkey" PRIMARY KEY ("version_id")
);
ALTER TABLE "library_text" ADD CONSTRAINT "library_text_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "library_text_artifact_id_idx" ON "library_text" ("artifact_id");
CREATE INDEX "library_text_grams_idx" ON "library_text" USING GIN ("grams");

CREATE TABLE "library_change" (
    "number" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,

    CONSTRAINT "library_change_pkey" PRIMARY KEY ("number")
);
CREATE INDEX "library_change_project_id_artifact_id_idx" ON "library_change" ("project_id", "artifact_id");

CREATE TABLE "library_filter" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "owner_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "library_filter_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "library_filter" ADD CONSTRAINT "library_filter_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "library_filter_project_id_owner_id_name_key" ON "library_filter" ("project_id", "owner_id", "name");

-- What a version was made from elsewhere: another project, another artifact, a file. The source may be gone: it is named, not linked.
CREATE TABLE "version_source" (
    "version_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "how" TEXT NOT NULL,
    "source_version_id" UUID,
    "source_hash" TEXT NOT NULL,
    "named" JSONB NOT NULL,

    CONSTRAINT "version_source_pkey" PRIMARY KEY ("version_id", "place")
);
ALTER TABLE "version_source" ADD CONSTRAINT "version_source_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Which artifact is retired once the version that it was merged into is approved.
CREATE TABLE "artifact_merge" (
    "version_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "is_done" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifact_merge_pkey" PRIMARY KEY ("version_id")
);
ALTER TABLE "artifact_merge" ADD CONSTRAINT "artifact_merge_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "artifact_merge" ADD CONSTRAINT "artifact_merge_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "artifact_merge_artifact_id_idx" ON "artifact_merge" ("artifact_id");

-- Whoever changes what a list shows need not know the lists: a new draft, a draft whose state changes, a retirement. Rows are only
-- appended, so that nobody waits for anybody. Composed records are in no library.
CREATE FUNCTION gloss_note_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id FROM changed n JOIN "version" v ON v.id = n.version_id WHERE n.kind <> 'record';
  RETURN NULL;
END $$;
CREATE TRIGGER draft_added AFTER INSERT ON "draft" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION gloss_note_drafts();

CREATE FUNCTION gloss_note_draft_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id
  FROM changed n JOIN before o ON o.version_id = n.version_id AND o.state <> n.state JOIN "version" v ON v.id = n.version_id
  WHERE n.kind <> 'record';
  RETURN NULL;
END $$;
CREATE TRIGGER draft_changed AFTER UPDATE ON "draft" REFERENCING NEW TABLE AS changed OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION gloss_note_draft_states();

CREATE FUNCTION gloss_note_retirement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id) VALUES (NEW.project_id, NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER artifact_retired AFTER UPDATE ON "artifact" FOR EACH ROW
  WHEN (OLD.retired_at IS DISTINCT FROM NEW.retired_at) EXECUTE FUNCTION gloss_note_retirement();

INSERT INTO "library_change" (project_id, artifact_id) SELECT project_id, id FROM "artifact" WHERE kind <> 'record';
