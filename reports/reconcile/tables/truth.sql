-- Where devices really were, as their fleets wrote it beside the evidence: one line a report, and where each process begins and ends.
create table truth_line as
select filename as file, * exclude (filename) from read_json(
  getvariable('truth_files'), format = 'newline_delimited', filename = true, ignore_errors = true, maximum_object_size = 65536,
  columns = {
    "mark": 'VARCHAR', "stack": 'VARCHAR', "platform": 'VARCHAR', "deviceId": 'VARCHAR', "at": 'VARCHAR',
    "lat": 'DOUBLE', "lon": 'DOUBLE', "fate": 'VARCHAR'
  });
