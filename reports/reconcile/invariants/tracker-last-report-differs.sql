-- fr: Le dernier rapport publié d'une balise est le dernier qui a été acquitté
-- en: The last report published of a device is the last that was acknowledged
-- requirements: TRK-020 TRK-039
-- exports need: wire
-- Of a device whose fleet wrote down what it made, somebody asked for its state at the end: what its platform acknowledged is not there, or
-- a report that it never sent. Explained: the writer of the truth was cut.
with published as (
  select stack, seat, split_part(path, '/', 5) as platform, split_part(path, '/', 6) as device, status,
    date_trunc('second', instant(answer ->> 'lastReportAt')) as last_at
  from consultation
  where kind = 'query' and status in (200, 404) and path like '/v0/tracking/devices/%'
  qualify row_number() over (partition by stack, path order by begun_at desc) = 1
),
differs as (
  select p.*, d.last_taken, d.last_sent, d.is_incomplete,
    coalesce(d.last_taken > p.last_at, d.last_taken is not null) as is_behind,
    coalesce(p.last_at > d.last_sent, p.last_at is not null and d.last_sent is null) as is_ahead
  from published p join tracked_device d on d.stack = p.stack and d.platform = p.platform and d.device = p.device
)
select null::varchar as movement, [platform] as seats, []::varchar[] as messages,
  case
    when status = 404 then 'la balise ' || device || ' dont des rapports ont été acquittés n''est pas connue de ' || platform
    else 'le dernier rapport de la balise ' || device || ' est du ' || coalesce(strftime(last_at, '%Y-%m-%dT%H:%M:%SZ'), '(aucun)')
      || ', et non du ' || coalesce(strftime(case when is_behind then last_taken else last_sent end, '%Y-%m-%dT%H:%M:%SZ'), '(aucun)')
  end as reason,
  case when is_ahead and is_incomplete then 'interrupted' end as explained
from differs where is_behind or is_ahead;
