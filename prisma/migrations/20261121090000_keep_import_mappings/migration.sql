-- Mappings of JSON and tables that people keep by name, to read the next file of the same shape with.
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "import_mapping_project_id_name_key" ON "import_mapping"("project_id", "name");
ALTER TABLE "import_mapping" ADD CONSTRAINT "import_mapping_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
