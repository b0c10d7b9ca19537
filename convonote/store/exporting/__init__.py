"""Everything as a stream of records, and a notebook made of one."""
