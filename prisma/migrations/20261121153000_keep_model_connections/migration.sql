-- Services whose models draft for a project. The key is sealed by the server (AES-256-GCM); the database never sees it.
CREATE TABLE "model_connection" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "sealed_key" TEXT,
    "key_last_four" TEXT NOT NULL DEFAULT '',
    "json_mode" TEXT NOT NULL DEFAULT 'schema',
    "roles" JSONB NOT NULL DEFAULT '{}',
    "prices" JSONB NOT NULL DEFAULT '{}',
    "limits" JSONB NOT NULL DEFAULT '{}',
    "tested" JSONB,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "model_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "model_connection_key_is_sealed" CHECK ("sealed_key" LIKE 'v1.%')
);
CREATE UNIQUE INDEX "model_connection_project_id_name_key" ON "model_connection"("project_id", "name");
ALTER TABLE "model_connection" ADD CONSTRAINT "model_connection_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
