"""The schema's history: each step is one that code cannot forget; together they equal the tables declared."""
