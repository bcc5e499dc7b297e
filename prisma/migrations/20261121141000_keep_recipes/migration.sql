-- Recipes that people keep by name; each change is a version of its own.
CREATE TABLE "recipe" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "recipe_project_id_name_key" ON "recipe"("project_id", "name");
ALTER TABLE "recipe" ADD CONSTRAINT "recipe_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "recipe_version" (
    "recipe_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recipe_version_pkey" PRIMARY KEY ("recipe_id", "number")
);
ALTER TABLE "recipe_version" ADD CONSTRAINT "recipe_version_recipe_id_fkey" FOREIGN KEY ("recipe_id") REFERENCES "recipe"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE TRIGGER recipe_version_append_only BEFORE UPDATE ON "recipe_version" FOR EACH ROW EXECUTE FUNCTION gloss_refuse_change();
