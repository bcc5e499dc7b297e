-- What models were asked to expand the tree, and for which content of a node: each of these is asked once. `key` is that content with the
-- prompt, its version, the model, the parameters and the number of the run; `basis` is the content alone, by which a run is stale or not.
CREATE TABLE "taxonomy_run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "node_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "run" INTEGER NOT NULL,
    -- What a run said of a discipline, for the runs that come later to be merged with it.
    "said" JSONB,
    "call_ids" UUID[],
    "job_run_id" UUID,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "taxonomy_run_pkey" PRIMARY KEY ("id"),
    CONSTRAINT taxonomy_run_step CHECK (step IN ('subjects', 'syllabi'))
);
ALTER TABLE "taxonomy_run" ADD CONSTRAINT "taxonomy_run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_run" ADD CONSTRAINT "taxonomy_run_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "taxonomy_node" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX "taxonomy_run_project_id_key_key" ON "taxonomy_run" ("project_id", "key");
CREATE INDEX "taxonomy_run_node_id_step_idx" ON "taxonomy_run" ("node_id", "step");

-- Syllabi stand with the subjects of the tree: they are in no library.
CREATE OR REPLACE FUNCTION gloss_note_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id FROM changed n JOIN "version" v ON v.id = n.version_id
  WHERE n.kind NOT IN ('record', 'node', 'syllabus');
  IF EXISTS (SELECT 1 FROM changed WHERE kind = 'node') THEN
    PERFORM gloss_turn_nodes(ARRAY(
      SELECT DISTINCT v.artifact_id FROM changed n JOIN "version" v ON v.id = n.version_id WHERE n.kind = 'node'));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION gloss_note_draft_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id
  FROM changed n JOIN before o ON o.version_id = n.version_id AND o.state <> n.state JOIN "version" v ON v.id = n.version_id
  WHERE n.kind NOT IN ('record', 'node', 'syllabus');
  IF EXISTS (SELECT 1 FROM changed WHERE kind = 'node') THEN
    PERFORM gloss_turn_nodes(ARRAY(
      SELECT DISTINCT v.artifact_id
      FROM changed n JOIN before o ON o.version_id = n.version_id AND o.state <> n.state JOIN "version" v ON v.id = n.version_id
      WHERE n.kind = 'node'));
  END IF;
  RETURN NULL;
END $$;
