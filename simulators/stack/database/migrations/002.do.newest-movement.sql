-- A plate, a container or a seal may stand in several movements: a query means the one that was registered last.
alter table movement add column registered bigserial;
