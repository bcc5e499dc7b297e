-- What was one format is two, each by its tool's name. Both read the same spans from the same keys; where the file does not name
-- doccano, a corpus is called by the tool whose key comes first.
UPDATE "corpus"
SET "format" = CASE WHEN "file_name" ILIKE '%doccano%' THEN 'doccano' ELSE 'prodigy' END,
    "options" = "options" || '{"layout": "lines"}'
WHERE "format" = 'jsonl-spans';
