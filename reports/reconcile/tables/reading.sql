-- How foreign values are read: a stack may publish anything, and what cannot be what it should is nothing, never an error.
-- Figures stay so small that none of the sums and differences overflows.
create macro figure(value) as case when try_cast(value as bigint) between -1000000000000000 and 1000000000000000
  then try_cast(value as bigint) end;
-- Years to which hours and days can be added: no infinity, no last instant of the engine.
create macro instant(value) as case when try_cast(value as timestamp) between timestamp '1000-01-01' and timestamp '9999-12-31'
  then try_cast(value as timestamp) end;
-- A position in a queue: up to 15 digits and nothing else. Whoever writes it plainly is spared the pattern.
create macro position_of(value) as case
  when try_cast(value as bigint)::varchar = value and try_cast(value as bigint) between 0 and 999999999999999
    or regexp_full_match(value, '\d{1,15}') then try_cast(value as bigint) end;
-- JavaScript writes and reads half of a surrogate pair, the engine refuses the whole text for it: with U+FFFD in its place the
-- rest can be read. Only for texts that were refused.
create macro well_formed(body) as regexp_replace(body, '\\u[dD][89a-fA-F][0-9a-fA-F]{2}', '\\ufffd', 'g');
create macro json_of(body) as coalesce(try_cast(body as json), try_cast(well_formed(body) as json));
create macro text_in(body, place) as coalesce(try(json_extract_string(body, place)), try(json_extract_string(well_formed(body), place)));
create macro envelope_of(body) as try(json_extract_string(body, [
  '$.messageId', '$.messageType', '$.sender', '$.recipient', '$.preparedAt', '$.correlationId',
  '$.movementVersion', '$.payload.transitReference'
]));
