-- How much was read, and from when to when.
select (select count(*) from acknowledgement)::integer as acknowledged,
  count(*) filter (kind is null or kind not in ('submit', 'deliver', 'query', 'link') or begun_at is null)::integer as unread,
  count(*) filter (not within)::integer as outside,
  (epoch_us(min(begun_at) filter (within)) // 1000000)::double as first,
  (epoch_us(max(begun_at) filter (within)) // 1000000)::double as last
from exchange;
