-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'person',
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMP(3),
    "refresh_token_expires_at" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "project_id" UUID,
    "role" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "invited_by_id" TEXT,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "accepted_at" TIMESTAMP(3),
    "accepted_by_id" TEXT,
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "last_four" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMP(3),
    "expires_at" TIMESTAMP(3),
    "revoked_at" TIMESTAMP(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "project_id" UUID,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "project_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("project_id","user_id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "unit" TEXT NOT NULL DEFAULT 'rows',
    "done" BIGINT NOT NULL DEFAULT 0,
    "total" BIGINT,
    "step" JSONB NOT NULL DEFAULT '{}',
    "log" JSONB NOT NULL DEFAULT '[]',
    "error" JSONB,
    "result" JSONB,
    "started_by" TEXT NOT NULL,
    "cancel_asked_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMP(3),
    "finished_at" TIMESTAMP(3),
    "heartbeat_at" TIMESTAMP(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "corpus" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "task_form" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "split" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "state" TEXT NOT NULL DEFAULT 'importing',
    "byte_offset" BIGINT NOT NULL DEFAULT 0,
    "line_count" INTEGER NOT NULL DEFAULT 0,
    "instance_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "warning_count" INTEGER NOT NULL DEFAULT 0,
    "span_count" INTEGER NOT NULL DEFAULT 0,
    "labels" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "imported_at" TIMESTAMP(3),

    CONSTRAINT "corpus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instance" (
    "corpus_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "gold" JSON NOT NULL,
    "labels" TEXT[],
    "text_hash" BYTEA NOT NULL,
    "meta" JSON,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("corpus_id","ordinal")
);

-- CreateTable
CREATE TABLE "import_issue" (
    "corpus_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "import_issue_pkey" PRIMARY KEY ("corpus_id","line","part")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "corpus_id" UUID,
    "task_form" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "retired_at" TIMESTAMP(3),
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "parent_id" UUID,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "version_id" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "version_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "position" BIGSERIAL NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMP(3),

    CONSTRAINT "draft_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "review_slot" (
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "holder_id" TEXT,
    "leased_until" TIMESTAMP(3),
    "closed_at" TIMESTAMP(3),

    CONSTRAINT "review_slot_pkey" PRIMARY KEY ("version_id","number")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "reviewer_kind" TEXT NOT NULL DEFAULT 'person',
    "verdict" TEXT NOT NULL,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "result_version_id" UUID,
    "undoes_id" UUID,
    "elapsed_ms" INTEGER NOT NULL DEFAULT 0,
    "request_key" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "item_count" INTEGER NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_item" (
    "release_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "content_hash" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL DEFAULT 'approve',

    CONSTRAINT "release_item_pkey" PRIMARY KEY ("release_id","version_id")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "release_id" UUID NOT NULL,
    "recipe" JSONB NOT NULL,
    "recipe_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "instruction_count" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "file_key" TEXT,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "files" JSONB NOT NULL DEFAULT '[]',
    "manifest" JSONB,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMP(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_id_kind_key" ON "user"("id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_project_id_idx" ON "invitation"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "audit_entry_project_id_id_idx" ON "audit_entry"("project_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_kind_subject_id_idx" ON "audit_entry"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_slug_key" ON "project"("slug");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "job_run_project_id_created_at_idx" ON "job_run"("project_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "job_run_kind_subject_id_idx" ON "job_run"("kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "corpus_project_id_name_key" ON "corpus"("project_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "instance_id_key" ON "instance"("id");

-- CreateIndex
CREATE INDEX "upload_project_id_idx" ON "upload"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "artifact_project_id_kind_corpus_id_key_key" ON "artifact"("project_id", "kind", "corpus_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "version_artifact_id_number_key" ON "version"("artifact_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "version_id_content_hash_key" ON "version"("id", "content_hash");

-- CreateIndex
CREATE INDEX "draft_project_id_state_position_idx" ON "draft"("project_id", "state", "position");

-- CreateIndex
CREATE INDEX "review_slot_open" ON "review_slot"("project_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "decision_number_key" ON "decision"("number");

-- CreateIndex
CREATE UNIQUE INDEX "decision_undoes_id_key" ON "decision"("undoes_id");

-- CreateIndex
CREATE INDEX "decision_version_id_idx" ON "decision"("version_id");

-- CreateIndex
CREATE INDEX "decision_project_id_number_idx" ON "decision"("project_id", "number" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "decision_id_version_id_content_hash_verdict_key" ON "decision"("id", "version_id", "content_hash", "verdict");

-- CreateIndex
CREATE UNIQUE INDEX "decision_reviewer_id_request_key_version_id_key" ON "decision"("reviewer_id", "request_key", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_project_id_number_key" ON "release"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "run_project_id_number_key" ON "run"("project_id", "number");

-- CreateIndex
CREATE INDEX "export_project_id_created_at_idx" ON "export"("project_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "corpus" ADD CONSTRAINT "corpus_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instance" ADD CONSTRAINT "instance_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_issue" ADD CONSTRAINT "import_issue_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_corpus_id_fkey" FOREIGN KEY ("corpus_id") REFERENCES "corpus"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_slot" ADD CONSTRAINT "review_slot_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "draft"("version_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_slot" ADD CONSTRAINT "review_slot_holder_id_fkey" FOREIGN KEY ("holder_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_version_id_content_hash_fkey" FOREIGN KEY ("version_id", "content_hash") REFERENCES "version"("id", "content_hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_reviewer_id_reviewer_kind_fkey" FOREIGN KEY ("reviewer_id", "reviewer_kind") REFERENCES "user"("id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_decision_id_version_id_content_hash_verdict_fkey" FOREIGN KEY ("decision_id", "version_id", "content_hash", "verdict") REFERENCES "decision"("id", "version_id", "content_hash", "verdict") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "export" ADD CONSTRAINT "export_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What Prisma's schema cannot say ----------------------------------------------------------------------------------

-- Closed sets.
ALTER TABLE "user" ADD CONSTRAINT user_kind CHECK (kind IN ('person', 'service'));
ALTER TABLE "membership" ADD CONSTRAINT membership_role CHECK (role IN ('admin', 'lead', 'annotator'));
ALTER TABLE "invitation" ADD CONSTRAINT invitation_role CHECK (role IN ('admin', 'lead', 'annotator'));
ALTER TABLE "version" ADD CONSTRAINT version_author CHECK (author_kind IN ('person', 'miner', 'model'));
ALTER TABLE "draft" ADD CONSTRAINT draft_state CHECK (state IN ('waiting', 'approved', 'rejected', 'superseded'));

-- Only people decide: the pair (reviewer_id, reviewer_kind) must be a user of kind person.
ALTER TABLE "decision" ADD CONSTRAINT decision_by_person CHECK (reviewer_kind = 'person');
ALTER TABLE "decision" ADD CONSTRAINT decision_verdict CHECK (verdict IN ('approve', 'edit', 'reject', 'skip', 'undo'));
ALTER TABLE "decision" ADD CONSTRAINT decision_shape CHECK (
  (verdict = 'reject') = (reason_code IS NOT NULL)
  AND (verdict = 'edit') = (result_version_id IS NOT NULL)
  AND (verdict = 'undo') = (undoes_id IS NOT NULL));

-- Only approvals enter a release: the foreign key of release_item includes the verdict, and the verdict is this.
ALTER TABLE "release_item" ADD CONSTRAINT release_item_approved CHECK (verdict = 'approve');

-- The queue's own index: open places in order.
CREATE INDEX review_slot_queue ON "review_slot" (project_id, position) WHERE closed_at IS NULL;

-- Rows that are only ever added.
CREATE FUNCTION gloss_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are only ever added: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER version_append_only BEFORE UPDATE OR DELETE ON "version" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER evidence_append_only BEFORE UPDATE OR DELETE ON "evidence" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER decision_append_only BEFORE UPDATE OR DELETE ON "decision" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER release_append_only BEFORE UPDATE OR DELETE ON "release" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER release_item_append_only BEFORE UPDATE OR DELETE ON "release_item" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();
CREATE TRIGGER decision_no_truncate BEFORE TRUNCATE ON "decision" FOR EACH STATEMENT EXECUTE FUNCTION gloss_refuse_change();

-- A release takes an approval that still stands, of a version of its own project, that is not retired.
CREATE FUNCTION gloss_check_release_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "decision" u WHERE u.undoes_id = NEW.decision_id) THEN
    RAISE EXCEPTION 'decision % was undone: its version cannot enter a release', NEW.decision_id USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM "release" r JOIN "version" v ON v.id = NEW.version_id JOIN "artifact" a ON a.id = v.artifact_id
    WHERE r.id = NEW.release_id AND a.project_id = r.project_id AND a.retired_at IS NULL) THEN
    RAISE EXCEPTION 'version % is not a current version of the project of this release', NEW.version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER release_item_checked BEFORE INSERT ON "release_item" FOR EACH ROW EXECUTE FUNCTION gloss_check_release_item();

-- A decision belongs to the project of its version; an undo names a decision of the same reviewer and version.
CREATE FUNCTION gloss_check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "version" v JOIN "artifact" a ON a.id = v.artifact_id
    WHERE v.id = NEW.version_id AND a.project_id = NEW.project_id) THEN
    RAISE EXCEPTION 'version % is not of project %', NEW.version_id, NEW.project_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.undoes_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "decision" d
    WHERE d.id = NEW.undoes_id AND d.reviewer_id = NEW.reviewer_id AND d.version_id = NEW.version_id AND d.verdict <> 'undo') THEN
    RAISE EXCEPTION 'decision % cannot be undone by this reviewer here', NEW.undoes_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_checked BEFORE INSERT ON "decision" FOR EACH ROW EXECUTE FUNCTION gloss_check_decision();
