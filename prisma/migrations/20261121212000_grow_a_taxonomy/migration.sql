-- The tree of the taxonomy. A node is an artifact, whose versions say its level and names; this row says where it hangs, how it
-- stands, and how much stands below it. What a subtree comes to is never written into its nodes.
CREATE TABLE "taxonomy_node" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "parent_id" UUID,
    "level" TEXT NOT NULL,
    -- Its place among all nodes: six digits for each node on the way down.
    "path" TEXT COLLATE "C" NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    -- What counts now: the newest version that is no edit under vote.
    "version_id" UUID,
    -- The version that is approved; while a newer one waits, this one is in force.
    "kept_id" UUID,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" UUID,
    "children" INTEGER NOT NULL DEFAULT 0,
    "nodes" INTEGER NOT NULL DEFAULT 0,
    "kept" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "disputed" INTEGER NOT NULL DEFAULT 0,
    "used" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "taxonomy_node_pkey" PRIMARY KEY ("id"),
    CONSTRAINT taxonomy_node_state CHECK (state IN ('waiting', 'disputed', 'kept', 'removed')),
    CONSTRAINT taxonomy_node_level CHECK (level IN ('field', 'sub-field', 'discipline', 'subject'))
);
ALTER TABLE "taxonomy_node" ADD CONSTRAINT "taxonomy_node_id_fkey" FOREIGN KEY ("id") REFERENCES "artifact" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_node" ADD CONSTRAINT "taxonomy_node_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_node" ADD CONSTRAINT "taxonomy_node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "taxonomy_node" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "taxonomy_node_project_id_path_idx" ON "taxonomy_node" ("project_id", "path");
CREATE INDEX "taxonomy_node_project_id_state_path_idx" ON "taxonomy_node" ("project_id", "state", "path");
CREATE INDEX "taxonomy_node_parent_id_path_idx" ON "taxonomy_node" ("parent_id", "path");

-- Changes of the tree, so that they can be taken back.
CREATE TABLE "taxonomy_change" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "node_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMP(3),
    "undone_by_id" TEXT,

    CONSTRAINT "taxonomy_change_pkey" PRIMARY KEY ("id"),
    CONSTRAINT taxonomy_change_kind CHECK (kind IN ('added', 'renamed', 'moved', 'merged'))
);
ALTER TABLE "taxonomy_change" ADD CONSTRAINT "taxonomy_change_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "taxonomy_change" ADD CONSTRAINT "taxonomy_change_node_id_fkey" FOREIGN KEY ("node_id") REFERENCES "taxonomy_node" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "taxonomy_change_node_id_number_idx" ON "taxonomy_change" ("node_id", "number");
CREATE INDEX "taxonomy_change_project_id_number_idx" ON "taxonomy_change" ("project_id", "number");

-- What a name is found by: three characters, and for what is not written in Latin letters one and two.
CREATE FUNCTION gloss_name_grams(name_en text, name_zh text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg(DISTINCT gram) FROM (
    SELECT lower(name_en || chr(10) || name_zh) AS text) folded,
    LATERAL (SELECT substr(text, at, size) AS gram, size FROM generate_series(1, length(text)) at, generate_series(1, 3) size
      WHERE at + size - 1 <= length(text)) piece
  WHERE size = 3 OR gram ~ '[^\x01-\u02ff]'
$$;
CREATE INDEX taxonomy_node_grams ON "taxonomy_node" USING gin (gloss_name_grams(name_en, name_zh)) WHERE NOT gone;

-- What a change below means for a node: more or fewer children and nodes, by how they stand. `used`: kept, with nothing removed between.
CREATE TYPE gloss_node_delta AS (id uuid, children int, nodes int, kept int, removed int, waiting int, disputed int, used int);

-- Adds changes to these nodes and all that stand above them, row by row from below, so that two people never wait for each other in
-- turn. What is below a removed node is used nowhere above it.
CREATE FUNCTION gloss_add_up_nodes(deltas gloss_node_delta[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WHILE deltas IS NOT NULL LOOP
    WITH added AS MATERIALIZED (
      SELECT d.id, sum(d.children)::int AS children, sum(d.nodes)::int AS nodes, sum(d.kept)::int AS kept,
        sum(d.removed)::int AS removed, sum(d.waiting)::int AS waiting, sum(d.disputed)::int AS disputed, sum(d.used)::int AS used
      FROM unnest(deltas) d WHERE d.id IS NOT NULL GROUP BY d.id),
    held AS MATERIALIZED (
      SELECT n.id, n.parent_id, n.state FROM "taxonomy_node" n JOIN added a ON a.id = n.id ORDER BY n.id FOR UPDATE OF n),
    written AS (
      UPDATE "taxonomy_node" n SET children = n.children + a.children, nodes = n.nodes + a.nodes, kept = n.kept + a.kept,
        removed = n.removed + a.removed, waiting = n.waiting + a.waiting, disputed = n.disputed + a.disputed, used = n.used + a.used
      FROM held h JOIN added a ON a.id = h.id WHERE n.id = h.id)
    SELECT array_agg(ROW(h.parent_id, 0, a.nodes, a.kept, a.removed, a.waiting, a.disputed,
        CASE h.state WHEN 'removed' THEN 0 ELSE a.used END)::gloss_node_delta)
    INTO deltas FROM held h JOIN added a ON a.id = h.id WHERE h.parent_id IS NOT NULL;
  END LOOP;
END $$;

-- What a node and all below it add to the nodes above, times `sign`.
CREATE FUNCTION gloss_node_weight(node uuid, sign int) RETURNS gloss_node_delta LANGUAGE sql STABLE AS $$
  SELECT ROW(n.parent_id, sign, sign * (n.nodes + 1), sign * (n.kept + (n.state = 'kept')::int),
    sign * (n.removed + (n.state = 'removed')::int), sign * (n.waiting + (n.state = 'waiting')::int),
    sign * (n.disputed + (n.state = 'disputed')::int),
    CASE n.state WHEN 'removed' THEN 0 ELSE sign * (n.used + (n.kept_id IS NOT NULL)::int) END)::gloss_node_delta
  FROM "taxonomy_node" n WHERE n.id = node
$$;

-- Lets nodes stand as the votes on their versions say, and adds that up. What is deepest comes first.
CREATE FUNCTION gloss_turn_nodes(artifacts uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  deltas gloss_node_delta[];
  depth int;
BEGIN
  FOR depth IN SELECT DISTINCT length(n.path) FROM "taxonomy_node" n WHERE n.id = ANY(artifacts) ORDER BY 1 DESC LOOP
    WITH held AS MATERIALIZED (
      SELECT n.* FROM "taxonomy_node" n WHERE n.id = ANY(artifacts) AND length(n.path) = depth ORDER BY n.id FOR UPDATE),
    stands AS MATERIALIZED (
      SELECT h.id, h.parent_id, h.gone, h.state AS was, h.used, h.kept_id AS kept_was, newest.id AS version_id, kept.id AS kept_id,
        CASE newest.state WHEN 'approved' THEN 'kept' WHEN 'rejected' THEN 'removed' ELSE newest.state END AS state,
        newest.content->'name'->>'en' AS name_en, newest.content->'name'->>'zh' AS name_zh
      FROM held h
        CROSS JOIN LATERAL (
          SELECT v.id, v.content, w.state FROM "version" v JOIN "draft" w ON w.version_id = v.id
          WHERE v.artifact_id = h.id AND w.state IN ('waiting', 'disputed', 'approved', 'rejected')
          ORDER BY v.number DESC LIMIT 1) newest
        LEFT JOIN LATERAL (
          SELECT v.id FROM "version" v JOIN "draft" w ON w.version_id = v.id
          WHERE v.artifact_id = h.id AND w.state = 'approved' ORDER BY v.number DESC LIMIT 1) kept ON newest.state <> 'rejected'),
    turned AS (
      UPDATE "taxonomy_node" n SET state = s.state, version_id = s.version_id, kept_id = s.kept_id,
        name_en = s.name_en, name_zh = s.name_zh
      FROM stands s WHERE s.id = n.id AND (n.state, n.version_id, n.kept_id, n.name_en, n.name_zh)
        IS DISTINCT FROM (s.state, s.version_id, s.kept_id, s.name_en, s.name_zh))
    SELECT array_agg(ROW(s.parent_id, 0, 0, (s.state = 'kept')::int - (s.was = 'kept')::int,
        (s.state = 'removed')::int - (s.was = 'removed')::int, (s.state = 'waiting')::int - (s.was = 'waiting')::int,
        (s.state = 'disputed')::int - (s.was = 'disputed')::int,
        CASE s.state WHEN 'removed' THEN 0 ELSE s.used + (s.kept_id IS NOT NULL)::int END
          - CASE s.was WHEN 'removed' THEN 0 ELSE s.used + (s.kept_was IS NOT NULL)::int END)::gloss_node_delta)
    INTO deltas FROM stands s
    WHERE NOT s.gone AND s.parent_id IS NOT NULL
      AND (s.state <> s.was OR (s.kept_id IS NULL) <> (s.kept_was IS NULL));
    PERFORM gloss_add_up_nodes(deltas);
  END LOOP;
END $$;

-- Whoever settles or reopens a draft need not know the tree. Nodes are in no library.
CREATE OR REPLACE FUNCTION gloss_note_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id FROM changed n JOIN "version" v ON v.id = n.version_id WHERE n.kind NOT IN ('record', 'node');
  IF EXISTS (SELECT 1 FROM changed WHERE kind = 'node') THEN
    PERFORM gloss_turn_nodes(ARRAY(
      SELECT DISTINCT v.artifact_id FROM changed n JOIN "version" v ON v.id = n.version_id WHERE n.kind = 'node'));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION gloss_note_draft_states() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "library_change" (project_id, artifact_id)
  SELECT n.project_id, v.artifact_id
  FROM changed n JOIN before o ON o.version_id = n.version_id AND o.state <> n.state JOIN "version" v ON v.id = n.version_id
  WHERE n.kind NOT IN ('record', 'node');
  IF EXISTS (SELECT 1 FROM changed WHERE kind = 'node') THEN
    PERFORM gloss_turn_nodes(ARRAY(
      SELECT DISTINCT v.artifact_id
      FROM changed n JOIN before o ON o.version_id = n.version_id AND o.state <> n.state JOIN "version" v ON v.id = n.version_id
      WHERE n.kind = 'node'));
  END IF;
  RETURN NULL;
END $$;

-- Nodes wait on the tree: their places stand behind the end of the queue, where only who asks for nodes is given them.
CREATE OR REPLACE FUNCTION gloss_sort_key(kind text, strategy text, "position" bigint, doubt float8, touches int, label text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'guideline' THEN 'a' WHEN 'rule' THEN 'b' WHEN 'application' THEN 'c' WHEN 'format' THEN 'd'
      WHEN 'node' THEN '~' ELSE 'e' END
    || CASE strategy
         WHEN 'least-sure' THEN lpad(round((1 - least(1, greatest(0, coalesce(doubt, 0.5)))) * 1000000)::int::text, 7, '0')
         WHEN 'most-touched' THEN lpad((2147483647 - greatest(0, coalesce(touches, 0)))::text, 10, '0')
         WHEN 'by-label' THEN left(label, 200)
         ELSE ''
       END
    || ' ' || lpad("position"::text, 19, '0')
$$;
