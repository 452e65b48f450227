-- The books of the tracking platforms that the stack hosts.

-- Devices that a platform knows. Reports of others are counted, never kept.
create table tracking_device (
  platform     text not null,
  device_id    text not null,
  protocol     text not null,
  zone_minutes integer not null,
  state        text not null default 'UNASSIGNED',
  newest_at    timestamptz,
  heard_at     timestamptz,
  clock_ahead  boolean not null default false,
  primary key (platform, device_id)
);

-- Every change of state of a device on a movement.
create table tracking_device_state (
  position  bigint generated always as identity primary key,
  reference text not null,
  platform  text not null,
  device_id text not null,
  state     text not null,
  since     timestamptz not null
);
create index tracking_device_state_reference on tracking_device_state (reference);

-- Which device was on which movement from when to when, as offices told (AT16) or the end of the movement made it.
create table tracking_assignment (
  id              bigint generated always as identity primary key,
  reference       text not null,
  platform        text not null,
  device_id       text not null,
  plate           text not null,
  container       text,
  office          text not null,
  message         uuid not null,
  attached_at     timestamptz not null,
  detached_at     timestamptz,
  detached_office text,
  last_seq        integer not null default 0
);
create unique index tracking_assignment_open on tracking_assignment (platform, device_id) where detached_at is null;
create index tracking_assignment_device on tracking_assignment (platform, device_id);
create index tracking_assignment_reference on tracking_assignment (reference);

-- Reports of known devices. `placed_at` is where a report stands in the journey: when the device recorded it, or when it
-- came where its clock was ahead. `active` are the alerts that last at that moment, `state` is what the analyses remember.
create table tracking_report (
  id          bigint generated always as identity primary key,
  platform    text not null,
  device_id   text not null,
  digest      bytea not null,
  reference   text,
  placed_at   timestamptz not null,
  content     json not null,
  active      text[] not null default '{}',
  told_alerts text[] not null default '{}',
  told        boolean not null default false,
  state       text,
  unique (platform, device_id, digest)
);
create index tracking_report_journey on tracking_report (reference, platform, device_id, placed_at, id)
  where reference is not null;

-- What was told of a movement (AT17).
create table tracking_event (
  reference  text not null,
  platform   text not null,
  device_id  text not null,
  device_seq integer not null,
  payload    json not null,
  primary key (reference, platform, device_id, device_seq)
);

-- Reports of devices that nobody registered.
create table tracking_unknown (
  platform  text not null,
  protocol  text not null,
  reports   bigint not null,
  device_id text,
  last_at   timestamptz not null,
  primary key (platform, protocol)
);
