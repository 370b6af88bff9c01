"""Whether words that differ are damage, a doubt, or a change of sense."""
