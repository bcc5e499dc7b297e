-- The pairs of a release that a run takes, by their places in the release: written once, so that all workers compose the same ones
-- whatever is voted meanwhile. Gone when the run is done, as its parts are.
CREATE TABLE "run_pair" (
    "run_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,

    CONSTRAINT "run_pair_pkey" PRIMARY KEY ("run_id", "ordinal")
);
ALTER TABLE "run_pair" ADD CONSTRAINT "run_pair_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "run_pair" ADD CONSTRAINT "run_pair_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "version" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "run_pair_version_id_idx" ON "run_pair" ("version_id");
