-- The keys of the desk that a person chose, by command. A command without one has the key it comes with.
CREATE TABLE "key_map" (
    "user_id" TEXT NOT NULL,
    "keys" JSONB NOT NULL,

    CONSTRAINT "key_map_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "key_map" ADD CONSTRAINT "key_map_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "key_map" ADD CONSTRAINT "key_map_is_an_object" CHECK (jsonb_typeof("keys") = 'object');
