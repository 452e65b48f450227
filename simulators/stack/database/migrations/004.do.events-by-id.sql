-- An event told again keeps its id, whatever number it has: by its id it is known, so that no other is taken for it.
-- Of one that was told under two numbers, the first stays.
alter table tracking_event
  add column event_id uuid not null generated always as ((payload ->> 'eventId')::uuid) stored;
delete from tracking_event again using tracking_event first
  where first.reference = again.reference and first.platform = again.platform and first.device_id = again.device_id
    and first.event_id = again.event_id and first.device_seq < again.device_seq;
alter table tracking_event drop constraint tracking_event_pkey,
  add primary key (reference, platform, device_id, event_id);
