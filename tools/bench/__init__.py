"""What the benches have in common: figures, the machine, tables, texts that nobody wrote, databases of their own."""
