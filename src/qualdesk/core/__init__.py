"""Values and rules of the desk: no Qt, no SQL, no files, no threads, no clock of its own."""
