-- AlterTable
ALTER TABLE "export" ADD COLUMN     "options" JSONB NOT NULL DEFAULT '{}';
