"""The ground floor: machines, clocks, facts and errors. Pure: no files, no database, no clock of its own."""
