-- What is to be asked of national services, and reservations to be asked for or given back. Written with what gave rise to it,
-- asked after the commit, taken up after a restart, gone when it is answered or given up.
create table service_job (
  position        bigint generated always as identity primary key,
  -- The Corridor-Request-Id of every attempt.
  request_id      uuid not null unique,
  service         text not null,
  task            json not null,
  -- What the job is about: a transit reference, else what groups the exchange.
  reference       text not null,
  -- The message that gave rise to it.
  message_id      uuid not null,
  -- Jobs of one key follow one another.
  order_key       text,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  -- No answer is awaited beyond; null: asked until it succeeds.
  expires_at      timestamptz
);
create index service_job_due on service_job (service, next_attempt_at);
create index service_job_expires on service_job (service, expires_at);
create index service_job_message on service_job (message_id);
create index service_job_order on service_job (order_key) where order_key is not null;
create index service_job_ordered on service_job (reference) where order_key is not null;

-- The access code that a job needs for its question, as long as the job is there (P21). Unlogged: in no write-ahead log, base
-- backup or replica; it outlives a death of the stack, not one of the database.
create unlogged table service_secret (
  request_id  uuid primary key,
  access_code text not null
);

-- The silence of a service that was told, once for a message.
create table service_silence (
  message_id uuid not null,
  service    text not null,
  primary key (message_id, service)
);

-- A reservation may stand on a guarantee whose register is kept elsewhere.
alter table reservation drop constraint reservation_guarantee_fkey;
