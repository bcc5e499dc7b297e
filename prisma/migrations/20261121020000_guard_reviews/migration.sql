-- DropIndex: the partial index review_slot_queue serves every reader of the queue.
DROP INDEX "review_slot_open";

-- CreateIndex
CREATE INDEX "artifact_project_id_key_id_idx" ON "artifact"("project_id", "key", "id");

-- CreateIndex
CREATE INDEX "decision_project_id_reviewer_id_number_idx" ON "decision"("project_id", "reviewer_id", "number" DESC);

-- CreateIndex
CREATE INDEX "release_item_version_id_idx" ON "release_item"("version_id");

-- CreateIndex
CREATE INDEX "release_item_decision_id_idx" ON "release_item"("decision_id");

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_result_version_id_fkey" FOREIGN KEY ("result_version_id") REFERENCES "version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say ----------------------------------------------------------------------------------

-- One person holds at most one place of a draft. Also finds what a person holds, and what is held at all.
CREATE UNIQUE INDEX review_slot_held ON "review_slot" (project_id, holder_id, version_id)
  WHERE closed_at IS NULL AND holder_id IS NOT NULL;

-- Emptying a table is a change too. (TRUNCATE ... CASCADE from another table fires these as well.)
CREATE TRIGGER version_no_truncate BEFORE TRUNCATE ON "version" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON "evidence" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER release_no_truncate BEFORE TRUNCATE ON "release" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER release_item_no_truncate BEFORE TRUNCATE ON "release_item" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();

-- What approvals rest on does not move: an artifact stays what it is and where it is, a service never becomes a person.
CREATE FUNCTION gloss_refuse_new_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the identity of % % does not change', TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER artifact_identity BEFORE UPDATE ON "artifact" FOR EACH ROW
  WHEN ((OLD.id, OLD.project_id, OLD.kind, OLD.corpus_id, OLD.key) IS DISTINCT FROM (NEW.id, NEW.project_id, NEW.kind, NEW.corpus_id, NEW.key))
  EXECUTE FUNCTION gloss_refuse_new_identity();
CREATE TRIGGER user_identity BEFORE UPDATE ON "user" FOR EACH ROW
  WHEN ((OLD.id, OLD.kind) IS DISTINCT FROM (NEW.id, NEW.kind))
  EXECUTE FUNCTION gloss_refuse_new_identity();

-- As before, and: items come with their release, in its transaction, never later. The approval's row is locked, so that
-- taking it back and releasing it cannot pass each other unseen.
CREATE OR REPLACE FUNCTION gloss_check_release_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "decision" d WHERE d.id = NEW.decision_id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = NEW.decision_id) THEN
    RAISE EXCEPTION 'decision % was undone: its version cannot enter a release', NEW.decision_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "release" r JOIN "version" v ON v.id = NEW.version_id JOIN "artifact" a ON a.id = v.artifact_id
    WHERE r.id = NEW.release_id AND a.project_id = r.project_id AND a.retired_at IS NULL) THEN
    RAISE EXCEPTION 'version % is not a current version of the project of this release', NEW.version_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "release" r WHERE r.id = NEW.release_id AND r.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'release % is frozen', NEW.release_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A release holds as many items as it says, each artifact once.
CREATE FUNCTION gloss_check_release() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  items bigint;
  artifacts bigint;
BEGIN
  SELECT count(*), count(DISTINCT v.artifact_id) INTO items, artifacts
  FROM "release_item" i JOIN "version" v ON v.id = i.version_id WHERE i.release_id = NEW.id;
  IF items <> NEW.item_count OR artifacts <> items THEN
    RAISE EXCEPTION 'release % says % items and holds % of % artifacts', NEW.id, NEW.item_count, items, artifacts USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER release_complete AFTER INSERT ON "release" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION gloss_check_release();

-- As before, and: an undo locks what it takes back, see gloss_check_release_item; an edit's result grew from what was edited.
CREATE OR REPLACE FUNCTION gloss_check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "version" v JOIN "artifact" a ON a.id = v.artifact_id
    WHERE v.id = NEW.version_id AND a.project_id = NEW.project_id) THEN
    RAISE EXCEPTION 'version % is not of project %', NEW.version_id, NEW.project_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.undoes_id IS NOT NULL THEN
    PERFORM 1 FROM "decision" d
    WHERE d.id = NEW.undoes_id AND d.reviewer_id = NEW.reviewer_id AND d.version_id = NEW.version_id AND d.verdict <> 'undo'
    FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'decision % cannot be undone by this reviewer here', NEW.undoes_id USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.result_version_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "version" r JOIN "version" v ON v.id = NEW.version_id
    WHERE r.id = NEW.result_version_id AND r.parent_id = v.id AND r.artifact_id = v.artifact_id) THEN
    RAISE EXCEPTION 'version % did not grow from version %', NEW.result_version_id, NEW.version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
