-- No fleet told where its devices were.
create table truth_line (file varchar, mark varchar, stack varchar, platform varchar, "deviceId" varchar, "at" varchar, lat double, lon double, fate varchar);
