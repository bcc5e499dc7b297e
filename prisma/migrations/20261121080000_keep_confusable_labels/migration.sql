-- What people changed in the table of labels that are taken for each other: { label: { added: [], removed: [] } }.
ALTER TABLE "corpus" ADD COLUMN "confusion_edits" JSONB NOT NULL DEFAULT '{}';
