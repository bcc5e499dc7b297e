-- The shape that an answer had to have, as it was sent: once for all calls that asked for it.
CREATE TABLE "call_shape" (
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "schema" JSON NOT NULL,

    CONSTRAINT "call_shape_pkey" PRIMARY KEY ("hash")
);
ALTER TABLE "model_call" ADD COLUMN "shape_hash" TEXT;

-- The turns after a call, and what was spent since a day.
CREATE INDEX "model_call_before_id_idx" ON "model_call" ("before_id") WHERE "before_id" IS NOT NULL;
CREATE INDEX "model_call_spend" ON "model_call" ("project_id", "day");
