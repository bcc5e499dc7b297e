-- An approval names a hash; so that it names a text, the hash of a version is the hash of its content, by the database's
-- own reckoning. The canonical form is that of lib/platform/hash: JSON with keys in order and no spaces. Numbers in
-- content are integers or short decimals: the two sides write very large and very small ones differently.
CREATE FUNCTION gloss_canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (
      SELECT '{' || COALESCE(string_agg(to_json(field.key)::text || ':' || gloss_canonical_json(field.value), ',' ORDER BY field.key COLLATE "C"), '') || '}'
      FROM jsonb_each(value) field)
    WHEN 'array' THEN (
      SELECT '[' || COALESCE(string_agg(gloss_canonical_json(item.value), ',' ORDER BY item.ordinality), '') || ']'
      FROM jsonb_array_elements(value) WITH ORDINALITY item)
    ELSE value::text
  END;
END $$;

CREATE FUNCTION gloss_check_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content_hash <> encode(sha256(convert_to(gloss_canonical_json(NEW.content), 'UTF8')), 'hex') THEN
    RAISE EXCEPTION 'version % does not have the hash that it names', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.parent_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "version" p WHERE p.id = NEW.parent_id AND p.artifact_id = NEW.artifact_id) THEN
    RAISE EXCEPTION 'version % cannot grow from a version of another artifact', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_checked BEFORE INSERT ON "version" FOR EACH ROW EXECUTE FUNCTION gloss_check_version();
