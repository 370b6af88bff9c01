"""The local page on which conflicts are decided: one dossier, for whoever started it and nobody else."""
