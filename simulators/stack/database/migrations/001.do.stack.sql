-- The books of the reference stack. Instants are UTC; `json` (not jsonb) where bytes of others must stay as they came.

-- Test clock offset and the like.
create table setting (
  name  text primary key,
  value text not null
);

-- Who sits at the table, and how many deliveries were queued for each so far.
create table participant (
  seat        text primary key,
  base_url    text,
  system      text,
  last_cursor bigint not null default 0
);

-- Every message, submitted or composed here: key and digest (P03), the bytes, and the answer that was given.
create table message (
  sender       text not null,
  message_id   uuid not null,
  message_type text not null,
  conversation text,
  digest       text not null,
  bytes        bytea not null,
  received_at  timestamptz not null,
  late         boolean not null default false,
  answer       bytea,
  primary key (sender, message_id)
);

-- What is to be delivered to whom, in order; cursors without gaps per recipient.
create table delivery (
  recipient       text not null references participant (seat),
  cursor          bigint not null,
  sender          text not null,
  message_id      uuid not null,
  message_type    text not null,
  order_key       text not null,
  late            boolean not null,
  state           text not null default 'pending' check (state in ('pending', 'ended', 'dead')),
  attempts        integer not null default 0,
  first_attempt_at timestamptz,
  next_attempt_at timestamptz,
  ended_at        timestamptz,
  reason          text,
  primary key (recipient, cursor),
  foreign key (sender, message_id) references message (sender, message_id)
);
create index delivery_open on delivery (recipient, cursor) where state <> 'ended';

-- The regional ledger: one line per movement.
create table movement (
  reference        text primary key,
  owner            text not null,
  state            text not null,
  version          integer not null,
  refused_versions integer[] not null default '{}',
  corridor         text not null,
  legs             json not null,
  countries        text[] not null,
  limit_date       text,
  seals            text[] not null,
  released_seals   text[],
  notice           json not null,
  notice_message   uuid,
  release_message  uuid,
  events           json not null,
  findings         json not null,
  plates           text[] not null,
  containers       text[] not null
);
create index movement_plates on movement using gin (plates);
create index movement_containers on movement using gin (containers);
create index movement_seals on movement using gin (seals);

-- Messages that came before what they follow; they wait for it or for a timer.
create table waiting (
  reference   text not null,
  sender      text not null,
  message_id  uuid not null,
  reason      text not null check (reason in ('early', 'gap')),
  version     integer,
  received_at timestamptz not null,
  position    bigint generated always as identity,
  primary key (sender, message_id),
  foreign key (sender, message_id) references message (sender, message_id)
);
create index waiting_reference on waiting (reference);

-- What falls due on the stack's clock.
create table timer (
  kind      text not null,
  reference text not null,
  due_at    timestamptz not null,
  primary key (kind, reference)
);
create index timer_due on timer (due_at);

-- The regional guarantee register (P20, P21); the access code only as a salted hash.
create table guarantee (
  reference        text primary key,
  kind             text not null,
  holder_tax_id    text not null,
  access_salt      text not null,
  access_hash      text not null,
  countries        text[] not null,
  valid_from       timestamptz not null,
  valid_until      timestamptz not null,
  reference_amount bigint,
  receipt          text,
  cancelled        boolean not null default false
);

create table reservation (
  guarantee         text not null references guarantee (reference),
  transit_reference text not null,
  reservation_id    uuid not null,
  amount            bigint not null,
  claimed_amount    bigint not null default 0,
  state             text not null check (state in ('reserved', 'released', 'cancelled')),
  primary key (guarantee, transit_reference)
);
create index reservation_movement on reservation (transit_reference);

-- Reference data as each country published it (AT20); the boot data come from files.
create table reference_notice (
  country        text not null,
  kind           text not null,
  version        integer not null,
  effective_from timestamptz not null,
  content        json not null,
  primary key (country, kind, version)
);
