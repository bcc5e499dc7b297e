-- The words of a call: of what it is about, of what was asked and of what was said. A worker writes them some time after the call,
-- so that a call need not wait for its index.
CREATE TABLE "call_words" (
    "call_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "words" TEXT[] NOT NULL,

    CONSTRAINT "call_words_pkey" PRIMARY KEY ("call_id")
);
ALTER TABLE "call_words" ADD CONSTRAINT "call_words_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "model_call" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "call_words_words_idx" ON "call_words" USING GIN ("words");
CREATE INDEX "call_words_project_id_call_id_idx" ON "call_words" ("project_id", "call_id" DESC);

-- Calls whose words are still to be written.
CREATE TABLE "call_unread" (
    "call_id" UUID NOT NULL,

    CONSTRAINT "call_unread_pkey" PRIMARY KEY ("call_id")
);
INSERT INTO "call_unread" ("call_id") SELECT "id" FROM "model_call" WHERE "state" <> 'reserved';
