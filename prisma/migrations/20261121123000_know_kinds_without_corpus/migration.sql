-- What belongs to no corpus, such as a format, has a key of its own in the project too.
DROP INDEX "artifact_project_id_kind_corpus_id_key_key";
CREATE UNIQUE INDEX "artifact_project_id_kind_corpus_id_key_key"
  ON "artifact" ("project_id", "kind", "corpus_id", "key") NULLS NOT DISTINCT;
