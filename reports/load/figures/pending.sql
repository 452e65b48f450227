-- Most messages that waited for a seat, as the stack itself said when it was asked.
select (second // getvariable('bin_seconds') * getvariable('bin_seconds'))::double as bin, queue_of as seat, max(pending)::double as pending
from exchange where within and queue_of is not null and pending is not null group by all;
