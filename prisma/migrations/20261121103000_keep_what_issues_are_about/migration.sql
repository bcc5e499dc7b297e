-- AlterTable
ALTER TABLE "import_issue" ADD COLUMN     "params" JSON NOT NULL DEFAULT '{}';
