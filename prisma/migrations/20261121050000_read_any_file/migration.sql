-- How a file is packed, and how many of its records were read: the place where an import that was killed goes on.
ALTER TABLE "corpus" ADD COLUMN "packing" JSONB NOT NULL DEFAULT '{}';
ALTER TABLE "corpus" ADD COLUMN "reading_count" INTEGER NOT NULL DEFAULT 0;

-- Labels count what they name: spans, relations, events, classes.
ALTER TABLE "corpus" RENAME COLUMN "span_count" TO "item_count";
UPDATE "corpus" SET "labels" = (
  SELECT coalesce(jsonb_agg(jsonb_build_object('label', one->'label', 'items', one->'spans', 'instances', one->'instances') ORDER BY place), '[]')
  FROM jsonb_array_elements("labels") WITH ORDINALITY AS found (one, place)
);
