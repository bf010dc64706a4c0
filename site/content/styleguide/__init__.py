"""The parts that pages are made of, each shown from its own template in each of its states, for signed-in staff."""
