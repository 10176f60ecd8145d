-- After Kafka came back with a shorter usage.recorded, new messages stand below next_offset, which
-- never goes down. How far they were read has to be known as well: a database that is put back
-- while it was so would otherwise go on from next_offset once the log has grown past it, and leave
-- out what it has lost below. NULL where the two are the same, which they nearly always are.
ALTER TABLE rollup.consumer_position ADD COLUMN read_to bigint;
